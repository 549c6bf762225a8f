/** The licences of what the pages' scripts contain besides the suite's own code. */

const NOTICES = [
  "@noble/hashes: Copyright (c) 2022 Paul Miller (https://paulmillr.com)",
  "fastest-levenshtein: Copyright (c) 2020 Kasper Unn Weihe",
  "@std/csv: Copyright the Deno authors",
];

const MIT_LICENCE =
  `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** An HTML comment that stands before each script; the licences ask for it in every copy. */
export const SCRIPT_LICENCES = `<!--\nThe script below contains parts of these packages, under the MIT License:\n\n${
  NOTICES.join("\n")
}\n\n${MIT_LICENCE}\n-->`;
