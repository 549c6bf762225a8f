/** Play and pause, to the end at once, the speed, and the epoch. */
import { button, html, labelled, select, setAttributes } from "../../dom.ts";
import { texts } from "../texts.ts";
import type { Player, Shown } from "./player.ts";

const SPEEDS = [0.25, 0.5, 1, 2, 4];

/** Creates the bar. */
export function createPlayBar(player: Player, onPlay: (isPlaying: boolean) => void) {
  const play = button(texts.play.play, () => {
    const isPlaying = !player.isPlaying;
    if (isPlaying) player.play();
    else player.pause();
    onPlay(isPlaying);
  }, { class: "play" });
  const toEnd = button("⏭", () => {
    onPlay(true);
    player.toEnd();
  }, { class: "to-end", "aria-label": texts.play.toEnd, title: texts.play.toEnd });
  const restart = button("⏮", () => player.seek(0), {
    class: "restart",
    "aria-label": texts.play.restart,
    title: texts.play.restart,
  });
  const speed = select(SPEEDS.map((each) => [each, `${each} ×`]), (value) => player.speed = Number(value));
  speed.value = "1";
  const epoch = html("output", { class: "epoch" });
  const start = html("span", { class: "start" });
  return {
    element: html(
      "div",
      { class: "play-bar" },
      restart,
      play,
      toEnd,
      labelled(texts.play.speed, speed),
      html("span", { class: "where" }, epoch, start),
    ),
    setPlaying(isPlaying: boolean) {
      play.textContent = isPlaying ? texts.play.pause : texts.play.play;
      setAttributes(play, { "data-playing": isPlaying });
    },
    show({ film, index }: Shown, selected: number) {
      epoch.textContent = texts.play.epoch(film.frames[index]!.epoch);
      start.textContent = texts.play.start(selected + 1, film.starts);
    },
  };
}
