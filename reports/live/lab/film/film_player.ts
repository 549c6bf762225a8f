/** Plays a film: which frame is shown, paced by how much the nets change from one frame to the next. */
import { type Film, frameIndexAt } from "./film.ts";

/** Milliseconds for which a frame is shown at least, at normal speed. */
const MIN_DURATION = 12;
/** Milliseconds for which a frame is shown at most. */
const MAX_DURATION = 160;
/** Milliseconds for a change of all tiles from 0 to 1. */
const DURATION_OF_CHANGE = 7000;
/** Longest time between two ticks that counts: a hidden tab is not played. */
const MAX_TICK = 100;

/** A frame that is shown. */
export interface Shown {
  readonly film: Film;
  /** The index of the frame. */
  readonly index: number;
}

/** The player. */
export type Player = ReturnType<typeof createPlayer>;

/** Creates a player without film; `onShow` is called at most once per picture of the screen. */
export function createPlayer(onShow: (shown: Shown) => void, onPlayState: (isPlaying: boolean) => void) {
  let film: Film | undefined;
  let index = -1, isPlaying = false, speed = 1, balance = 0, lastTick = 0;
  /** The epoch to show as soon as its frame arrives. */
  let awaited: number | undefined;
  /** The epoch that the reader chose last, of which the nearest frame may be earlier; undefined once it plays on. */
  let chosen: number | undefined;
  let animation: number | undefined;

  const durationOf = (next: number) => {
    const { change } = film!.frames[next]!;
    return Math.max(MIN_DURATION, Math.min(MAX_DURATION, DURATION_OF_CHANGE * change));
  };
  const show = (next: number) => {
    index = next;
    onShow({ film: film!, index });
  };
  const setPlaying = (value: boolean) => {
    if (isPlaying === value) return;
    isPlaying = value;
    onPlayState(value);
  };
  const tick = (time: number) => {
    animation = undefined;
    if (!film) return;
    balance += speed * Math.min(MAX_TICK, time - lastTick);
    lastTick = time;
    let next = index;
    while (next + 1 < film.frames.length && balance >= durationOf(next + 1)) balance -= durationOf(++next);
    if (next + 1 >= film.frames.length) balance = 0;
    if (next !== index) {
      chosen = undefined;
      show(next);
    }
    if (film.isComplete && index === film.epochs.length - 1) return setPlaying(false);
    if (isPlaying) schedule();
  };
  const schedule = () => {
    animation ??= requestAnimationFrame(tick);
  };
  const player = {
    get isPlaying() {
      return isPlaying;
    },
    /** The epoch that will be shown as soon as its frame arrives, after the end if it is infinite. */
    get awaited() {
      return awaited;
    },
    get shown(): Shown | undefined {
      return film && index >= 0 ? { film, index } : undefined;
    },
    set speed(value: number) {
      speed = value;
    },
    /** Replaces the film; its first frame is shown as soon as it arrives. */
    load(loaded: Film) {
      film = loaded;
      index = -1;
      chosen = undefined;
      player.pause();
    },
    /** Replaces the film by one of the same nets with other frames, and shows the same epoch, or the one awaited. */
    exchange(loaded: Film) {
      if (!film || loaded === film) return;
      const epoch = chosen ?? film.epochs[index]!;
      film = loaded;
      if (awaited !== undefined) player.seek(awaited);
      else show(frameIndexAt(film, epoch));
    },
    /** A frame of the film arrived. */
    grow(grown: Film) {
      if (grown !== film) return;
      if (index < 0) show(0);
      if (awaited !== undefined) player.seek(awaited);
      else if (isPlaying) schedule();
    },
    play() {
      if (!film || isPlaying) return;
      if (film.isComplete && index === film.frames.length - 1) {
        chosen = undefined;
        show(0);
      }
      lastTick = performance.now();
      balance = 0;
      setPlaying(true);
      schedule();
    },
    pause() {
      if (animation !== undefined) cancelAnimationFrame(animation);
      animation = undefined;
      awaited = undefined;
      setPlaying(false);
    },
    /** Shows the last frame at once, or as soon as it arrives. */
    toEnd: () => player.seek(Infinity),
    /** Shows the last frame at or before an epoch, as soon as it arrives. */
    seek(epoch: number) {
      if (!film) return;
      player.pause();
      chosen = epoch;
      const wanted = frameIndexAt(film, epoch);
      if (wanted < film.frames.length) show(wanted);
      else awaited = epoch;
    },
    /** Shows the last frame so far at or before an epoch, while the reader drags. */
    scrub(epoch: number) {
      if (!film || film.frames.length === 0) return;
      player.pause();
      chosen = epoch;
      show(Math.min(film.frames.length - 1, frameIndexAt(film, epoch)));
    },
    /** Shows the frame that is `frames` later. */
    step(frames: number) {
      if (!film || index < 0) return;
      player.pause();
      chosen = undefined;
      show(Math.max(0, Math.min(film.frames.length - 1, index + frames)));
    },
  };
  return player;
}
