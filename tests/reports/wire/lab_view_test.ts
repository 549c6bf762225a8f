/** The fields of the view in an address of the lab. */
import { assertEquals } from "@std/assert";
import { parseLabAddress } from "../../../reports/wire/lab_address.ts";
import { addressWithView, viewFieldsOf } from "../../../reports/wire/lab_view.ts";

Deno.test("the view is read as it was written, and the setting does not see it", () => {
  const view = { replicate: "16", epoch: "120", show: "diagram", against: "hidden=4:tanh,2:relu:bias&rate=0.3" };
  const address = addressWithView("#hidden=2:tanh", view);
  assertEquals(viewFieldsOf(address), view);
  const { state, problems } = parseLabAddress(address, { suiteSeed: "", experiments: {} });
  assertEquals(problems, []);
  assertEquals(state.hidden.map(({ units }) => units), [2]);
});

Deno.test("older addresses count the start from 1", () => {
  assertEquals(viewFieldsOf("#net=17&epoch=3"), { replicate: "16", epoch: "3" });
  assertEquals(viewFieldsOf("#net=x"), { replicate: "x" });
  assertEquals(parseLabAddress("#net=17", { suiteSeed: "", experiments: {} }).problems, []);
});

Deno.test("an empty view adds nothing", () => {
  assertEquals(addressWithView("", {}), "");
  assertEquals(addressWithView("#rate=2", {}), "#rate=2");
  assertEquals(viewFieldsOf("#rate=2"), {});
});
