/** The style of every page: a printed article. Lengths are multiples of 4 px. */
import { colorRules, MONO, SANS, SERIF } from "../chart/theme.ts";

/** Width of the shade at an edge behind which a table goes on, in pixels. */
const SHADE = 20;

/** A shade at the left or right edge of a box that scrolls; `to` is the side that it fades to. */
function shade(to: Side): string {
  return `${
    faded(to, "color-mix(in srgb,var(--ink) 22%,transparent)", "transparent")
  }/${SHADE}px 100% no-repeat scroll`;
}

/** What lies over that shade and moves with the content: where the content ends, no shade is seen. */
function veil(to: Side): string {
  return `${faded(to, "var(--paper) 50%", "transparent")}/${2 * SHADE}px 100% no-repeat local`;
}

type Side = "left" | "right";

function faded(to: Side, from: string, end: string): string {
  return `linear-gradient(to ${to},${from},${end}) ${to === "right" ? "left" : "right"}`;
}

/** The style sheet. */
export const STYLE = `
${colorRules()}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:17px/28px ${SERIF};-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{max-width:1008px;margin:0 auto;padding:24px 24px 64px}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:3px}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
nav,footer{font:14px/20px ${SANS}}
.course,.contents{display:flex;flex-wrap:wrap;gap:4px 16px}
.contents{margin-top:20px}
.course span{color:var(--quiet)}
h1{font-size:40px;line-height:48px;font-weight:normal;letter-spacing:-.01em;margin:32px 0 16px;max-width:20em;text-wrap:balance}
h2{font-size:24px;line-height:32px;font-weight:normal;margin:64px 0 16px;text-wrap:balance}
h3{font-size:18px;line-height:28px;margin:32px 0 8px}
p,ul,ol,dl,pre,figure{margin:0 0 16px}
.answer{font-size:20px;line-height:32px;max-width:33em;margin-bottom:0}
.text,.text p{max-width:36em}
header+main>.figure:first-child h2{margin-top:40px}
.figure h2{margin-bottom:8px}
figure{margin:0}
figcaption{font-size:15px;line-height:24px;padding-top:16px}
figcaption p{margin:0 0 12px;max-width:40em}
figcaption b a{color:inherit;text-decoration:none}
figcaption b a:hover{text-decoration:underline}
.reading{color:var(--quiet)}
.panels{display:flex;flex-wrap:wrap;gap:24px}
.figure .panels{align-items:end}
.panel{flex:0 1 304px;min-width:0}
.panel.whole{flex-basis:100%}
.panel-title{font:600 14px/20px ${SANS};margin:0 0 4px}
.panel svg,.key svg{display:block;max-width:100%;height:auto}
.key{display:flex;flex-wrap:wrap;gap:4px 16px;font:14px/20px ${SANS};color:var(--ink);margin:0 0 12px}
.key span{color:var(--quiet)}
.key ul{display:flex;flex-wrap:wrap;gap:4px 16px;list-style:none;margin:0;padding:0}
.key li{display:flex;align-items:center;gap:8px}
.narrow{display:none}
@media (min-width:960px){
.beside figure{display:grid;grid-template-columns:632px minmax(0,1fr);gap:24px 32px;align-items:start}
.beside figcaption{padding-top:32px}
}
.cards{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(288px,1fr));gap:32px 24px}
.cards li{border-top:1px solid var(--rule);padding-top:12px}
.cards p{margin:0 0 8px}
.cards .estimate{font:600 15px/20px ${SANS};font-variant-numeric:tabular-nums lining-nums}
.cards .estimate .n{font-weight:normal;color:var(--quiet);white-space:nowrap}
.cards .rule{font:13px/20px ${SANS};color:var(--quiet)}
dt{color:var(--quiet)}
dd{margin:0;min-width:0;overflow-wrap:anywhere}
.verdict{font:600 14px/20px ${SANS};white-space:nowrap}
.supported{color:var(--supported)}
.refuted{color:var(--refuted)}
.undecided{color:var(--quiet)}
.whole-number{white-space:nowrap}
.badges{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:baseline}
.answer+.badges{margin-top:16px}
.runs,.kicker{font:14px/20px ${SANS};color:var(--quiet)}
.kicker{margin:0}
.kicker+h1{margin-top:8px}
.experiments{list-style:none;padding:0;margin:32px 0 0}
.experiments>li{display:grid;grid-template-columns:minmax(0,1fr) 304px;gap:16px 48px;border-top:1px solid var(--rule);padding:24px 0 32px}
.experiments>li>*{min-width:0}
.experiments h2{margin:0 0 8px}
.place{color:var(--quiet);font-variant-numeric:lining-nums}
.experiments h2 a{text-decoration:none}
.experiments h2 a:hover{text-decoration:underline}
.experiments p{max-width:36em;margin-bottom:12px}
.experiments code{color:var(--quiet)}
.thumbnail>svg{display:block;max-width:100%;height:auto}
.thumbnail .key{display:flex;font-size:13px;margin:0 0 8px}
.thumbnail .key ul{gap:0 12px}
.thumbnail .key svg{flex:none}
.thumbnail figcaption{font:13px/20px ${SANS};color:var(--quiet);padding-top:4px}
.scroll{overflow-x:auto;margin:0 0 16px;background:${veil("right")},${veil("left")},${shade("right")},${shade("left")}}
table{border-collapse:collapse;font:14px/20px ${SANS};font-variant-numeric:tabular-nums lining-nums}
caption{text-align:left;color:var(--quiet);padding:0 0 4px;max-width:calc(100vw - 32px)}
.rows{max-height:644px;overflow:auto}
.rows td,.rows th{white-space:nowrap}
.rows thead th{position:sticky;top:0;background:var(--paper);border-bottom:0;box-shadow:inset 0 -1px var(--ink)}
th,td{text-align:left;vertical-align:top;padding:4px 16px 4px 0}
thead th{border-bottom:1px solid var(--ink);font-weight:600}
tbody td,tbody th{border-bottom:1px solid var(--rule)}
tbody th{font-weight:normal}
tbody th span{color:var(--quiet)}
.number{text-align:right}
pre,code{font:13px/20px ${MONO}}
pre{overflow-x:auto;white-space:pre}
.config{columns:19em;column-gap:32px}
.text pre,figcaption pre{white-space:pre-wrap;overflow-wrap:anywhere}
summary{cursor:pointer;font:14px/20px ${SANS}}
details{margin:0 0 8px}
details[open]>summary{margin-bottom:12px}
.file p{font:14px/20px ${SANS};margin:0 0 4px}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:4px 24px;font:14px/20px ${SANS}}
.note{font:14px/20px ${SANS};color:var(--quiet)}
footer{margin-top:64px;color:var(--quiet)}
footer nav{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:16px 48px;border-top:1px solid var(--rule);padding-top:16px;margin-bottom:24px}
footer nav a{font:20px/28px ${SERIF};text-decoration:none}
footer nav a:hover{text-decoration:underline}
footer nav a[rel=next]{grid-column:2;text-align:right}
footer nav span:first-child{display:block;font:14px/20px ${SANS};color:var(--quiet)}
@media screen and (max-width:679px){
body{padding:16px 16px 48px}
h1{font-size:32px;line-height:40px;margin-top:24px}
h2{margin-top:48px}
.answer{font-size:18px;line-height:28px}
.course{gap:4px 8px;justify-content:space-between}
.wide{display:none}
.narrow{display:block}
.key.narrow{display:flex}
.experiments>li{grid-template-columns:minmax(0,1fr)}
footer nav{grid-template-columns:minmax(0,1fr)}
footer nav a[rel=next]{grid-column:1;text-align:left}
}
@page{size:A4;margin:18mm}
@media print{
html{font-size:10.5pt;line-height:1.45}
body{max-width:none;padding:0}
h1{font-size:22pt;line-height:1.2}
h2{font-size:15pt;line-height:1.3;margin-top:24px;break-after:avoid}
h3,.key,.panel-title,#verdicts>.note{break-after:avoid}
nav,.course,.contents,footer,details:not([open]){display:none}
.panel svg{max-height:200mm}
.beside figure,.panel,figcaption,.cards li,#verdicts>.note,.experiments>li,.rows tr{break-inside:avoid}
.experiments{margin-top:16px}
.experiments>li{grid-template-columns:minmax(0,1fr) 40mm;gap:4mm 8mm;padding:3mm 0}
.experiments h2{font-size:13pt;line-height:1.3;margin-bottom:1mm}
.experiments p{margin-bottom:2mm}
.thumbnail>svg{max-width:36mm}
.thumbnail .key,.thumbnail .panel-title,.thumbnail figcaption{font-size:7.5pt;line-height:1.3;margin:0 0 1mm}
.thumbnail .key,.thumbnail .key ul{gap:0 2mm}
.thumbnail .key li{gap:1mm}
.badges,.badges span,.badges code{font-size:8pt;line-height:1.4}
.scroll{overflow:visible;max-height:none;background:none}
.rows table{font-size:7.5pt;line-height:1.3}
.rows thead th{position:static;box-shadow:none;border-bottom:1px solid var(--ink)}
.rows td,.rows th{white-space:normal;padding:.8mm 2mm .8mm 0}
pre{white-space:pre-wrap;overflow-wrap:anywhere}
a{color:inherit;text-decoration:none}
}
`;
