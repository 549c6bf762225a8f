/** The style of what runs in a page. Nothing of it is printed. */
import { SANS } from "../chart/theme.ts";

/** Added to the style sheet of pages that have a script. */
export const LIVE_STYLE = `
.live-only{display:none}
.live .live-only{display:block}
.cards .live-only{font:14px/20px ${SANS}}
.controls{display:flex;flex-wrap:wrap;gap:12px 16px;align-items:end;font:14px/20px ${SANS};margin:0 0 16px}
.controls label{display:grid;grid-template-columns:minmax(0,auto);gap:4px;min-width:0;max-width:100%}
.controls label>span{color:var(--quiet)}
button,select,input{font:14px/20px ${SANS};color:var(--ink);background:var(--paper);border:1px solid var(--quiet);border-radius:4px;padding:7px 12px;min-height:36px;max-width:100%}
button{cursor:pointer}
button:hover{border-color:var(--accent);color:var(--accent)}
[hidden]{display:none!important}
progress{width:240px;max-width:100%;height:36px;accent-color:var(--accent)}
button:focus-visible,select:focus-visible,input:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.outcome{font:14px/20px ${SANS};min-height:20px}
.outcome p{margin:0 0 8px}
.outcome pre{white-space:pre-wrap;overflow-wrap:anywhere}
.live .key.narrow{display:flex}
.key button{display:flex;align-items:center;gap:8px;border:0;padding:0;min-height:24px}
.key button[aria-pressed=false]{color:var(--quiet);text-decoration:line-through}
.key button[aria-pressed=false] svg{opacity:.25}
.tip{position:fixed;z-index:2;pointer-events:none;max-width:320px;background:var(--paper);border:1px solid var(--quiet);border-radius:4px;padding:8px 12px;font:13px/20px ${SANS};font-variant-numeric:tabular-nums lining-nums}
.live .figure .panel svg{cursor:crosshair}
.tools .controls{align-items:center;margin:0 0 8px}
input[type=range]{margin:0;padding:0;accent-color:var(--accent)}
.tools label{flex:1 1 200px}
.said{display:block;font:14px/20px ${SANS};min-height:40px;margin:0 0 8px}
.live .figure .rows tbody tr{cursor:pointer}
tr.chosen{box-shadow:inset 0 2px var(--accent),inset 0 -2px var(--accent);background:color-mix(in srgb,var(--accent) 12%,var(--paper))}
.worked{display:grid;grid-template-columns:minmax(0,632px) minmax(0,1fr);gap:16px 32px;align-items:start}
.worked svg{font-family:${SANS};display:block;max-width:100%}
#worked pre{overflow:visible}
.step{min-height:120px}
.step .note{margin:0 0 8px}
.step code{font-size:14px;overflow-wrap:anywhere}
@media (max-width:959px){.worked{grid-template-columns:minmax(0,1fr)}}
.player{align-items:center;position:sticky;top:0;z-index:1;background:var(--paper);padding:8px 0;margin:0 0 8px}
.play{min-width:96px}
.epochs{flex:1 1 160px;min-width:120px;padding:0;accent-color:var(--accent)}
.epoch{font-variant-numeric:tabular-nums lining-nums;min-width:176px}
.settings{margin:0 0 16px}
.arm .panels{margin:0 0 16px}
.arm>details{margin-top:16px}
.arm h3{margin:24px 0 8px}
.plane{position:relative;width:294px;max-width:100%;aspect-ratio:1}
.plane>*{position:absolute;inset:0;width:100%;height:100%}
.plane-key .key{gap:4px 12px;margin:8px 0 0}
.plane-key .key ul{gap:4px 12px}
canvas{outline:1px solid var(--rule)}
.units{display:flex;flex-wrap:wrap;gap:16px}
.unit{width:100px;margin:0}
.unit canvas{display:block;width:100px;height:100px}
.unit figcaption{font:13px/20px ${SANS};padding:4px 0 0;color:var(--quiet);font-variant-numeric:tabular-nums lining-nums}
.readout{font:14px/20px ${SANS};color:var(--quiet);min-height:40px;margin:8px 0 0;overflow-wrap:anywhere;font-variant-numeric:tabular-nums lining-nums}
.arm .panel .note{margin:8px 0 0}
.arm .panel .controls{margin:8px 0 0}
.arm .panel .controls label{grid-template-columns:auto auto;align-items:center;gap:8px}
input[type=number]{width:112px}
#explorer svg{font-family:${SANS};display:block;max-width:100%}
.epochs,.whole svg{touch-action:pan-y}
@media print{.live .live-only{display:none}}
`;
