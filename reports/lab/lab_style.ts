/** The style of pages with a lab. */
import labStyle from "../css/lab.css" with { type: "text" };
import partsStyle from "../css/lab_ui.css" with { type: "text" };
import liveStyle from "../css/live.css" with { type: "text" };

/** The style of the lab, and of what else a script makes in a page. */
export const LAB_STYLE = liveStyle + labStyle + partsStyle;
