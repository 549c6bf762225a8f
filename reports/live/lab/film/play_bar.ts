/** Play and pause, to the end at once, the speed, and the epoch. */
import { button, html, select, setAttributes, svg } from "../../dom.ts";
import { texts } from "../page_texts.ts";
import type { Film } from "./film.ts";
import type { Player, Shown } from "./film_player.ts";

const SPEEDS = [0.25, 0.5, 1, 2, 4];

/** What the reader does with the bar. */
interface BarEvents {
  /** Plays or pauses. */
  onPlay(isPlaying: boolean): void;
  onToEnd(): void;
}

/** Creates the bar. */
export function createPlayBar(player: Player, { onPlay, onToEnd }: BarEvents) {
  const toggle = () => {
    const isPlaying = !player.isPlaying;
    if (isPlaying) player.play();
    else player.pause();
    onPlay(isPlaying);
  };
  const play = button(texts.play.play, toggle, { class: "play" });
  const toEnd = iconButton(texts.play.toEnd, "M2 2v12l8-6zM11 2v12h3V2z", onToEnd);
  const step = iconButton(texts.play.step, "M2 2v12h3V2zM7 2v12l7-6z", () => player.step(1));
  const restart = iconButton(texts.play.restart, "M14 2v12l-8-6zM5 2v12H2V2z", () => player.seek(0));
  const speed = select(SPEEDS.map((each) => [each, `${each} ×`]), (value) => player.speed = Number(value));
  speed.value = "1";
  setAttributes(speed, { "aria-label": texts.play.speed, title: texts.play.speed });
  const epoch = html("output", { class: "epoch" });
  const start = html("span", { class: "start" }), loss = html("span", { class: "loss" });
  const where = html("span", { class: "where" }, epoch, start, loss);
  const element = html("div", { class: "play-bar" }, restart, play, step, toEnd, speed, where);
  return {
    element,
    /** Epoch, start and loss, which belong to the results. */
    readout: where,
    toggle,
    setPlaying(isPlaying: boolean) {
      play.textContent = isPlaying ? texts.play.pause : texts.play.play;
      setAttributes(play, { "data-playing": isPlaying });
    },
    show({ film, index }: Shown, selected: number) {
      epoch.textContent = epochText(film, film.frames[index]!.epoch);
      start.textContent = texts.play.start(selected);
      loss.textContent = texts.play.loss(film.frames[index]!.losses[selected]!.toPrecision(2));
      // an untrained net has nothing to play
      element.hidden = film.epochs.length < 2;
    },
  };
}

/** How far a training is: epochs, and updates since the last whole one. */
function epochText({ updatesPerEpoch }: Film, epoch: number): string {
  const whole = Math.floor(epoch), updates = Math.round((epoch - whole) * updatesPerEpoch);
  return updates === 0 ? texts.play.epoch(whole) : texts.play.withinEpoch(whole, updates);
}

/** A button with a picture, whose path lies in a square of 16 pixels. */
function iconButton(label: string, path: string, onClick: () => void): HTMLButtonElement {
  const element = button("", onClick, { class: "icon", "aria-label": label, title: label });
  element.append(svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: path })));
  return element;
}
