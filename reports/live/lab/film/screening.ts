/** Trains the current setting and shows it: a change replaces the film, and what is left of the old one is dimmed. */
import { prepare } from "../../../../core/train_network.ts";
import { stepsPerEpoch } from "../../../../core/training.ts";
import type { LabBasis, LabState } from "../../../wire/lab_state.ts";
import { labConfig } from "../../../wire/lab_config.ts";
import { setAttributes } from "../../dom.ts";
import { texts } from "../page_texts.ts";
import type { LabStore } from "../view_state.ts";
import { createFilm, type Film } from "./film.ts";
import { frameEpochs, sparseEpochs } from "./frame_epochs.ts";
import { createPlayer, type Shown } from "./film_player.ts";
import type { FilmOptions, LabPool } from "./lab_pool.ts";
import type { Cancellable } from "./worker_jobs.ts";
import { tileSideFor } from "./wall.ts";

/** Nets trained where WebAssembly is refused. */
const STARTS_WITHOUT_WEBASSEMBLY = 20;
/** With this fraction of frames or more, training the rest is faster than training all epochs again. */
const NEARLY_COMPLETE = 0.75;
/** Bytes of a number. */
const NUMBER_BYTES = 8;

/** What a screening reports to. */
interface ScreeningParts {
  /** Elements that are dimmed until the first frame of a new film. */
  readonly busy: readonly HTMLElement[];
  /** Says why training failed, or why there are few nets. */
  readonly message: HTMLElement;
  readonly onShow: (shown: Shown) => void;
  readonly onPlayState: (isPlaying: boolean) => void;
  readonly onComplete: (film: Film) => void;
}

/** Creates the screening of the store's setting. */
export function createScreening(
  data: LabBasis,
  store: LabStore,
  pool: LabPool,
  { busy, message, onShow, onPlayState, onComplete }: ScreeningParts,
) {
  const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
  const player = createPlayer(onShow, onPlayState);
  let job: Cancellable | undefined;
  /** The film with all frames, which is trained or will be; whether one with fewer frames is trained before it. */
  let film: Film, isHurrying = false;

  const say = (text: string) => {
    message.textContent = text;
    message.hidden = text === "";
  };
  const setBusy = (isBusy: boolean) => {
    for (const element of busy) setAttributes(element, { "aria-busy": isBusy ? "true" : undefined });
  };
  /** Plays, unless the reader prefers reduced motion. */
  const autoplay = () => {
    if (!reducedMotion.matches) player.play();
  };
  /** Trains a film in place of the one that is trained now. */
  const produce = (film: Film, onFrame: () => void, options: Pick<FilmOptions, "isBehind"> = {}) => {
    job?.cancel();
    job = pool.film(film, { onFrame, onFailure: (text) => say(texts.problems.failed(text)), ...options });
  };
  const show = (grown: Film) => {
    player.grow(grown);
    if (grown.frames.length === 1) setBusy(false);
  };
  /** Trains the nets with few interruptions, then again for all frames. */
  const hurry = (sparse: Film) => {
    isHurrying = true;
    const isFirst = !player.shown;
    if (isFirst) {
      player.load(sparse);
      player.toEnd();
    }
    produce(sparse, () => {
      if (isFirst) show(sparse);
      if (!sparse.isComplete) return;
      player.exchange(sparse);
      isHurrying = false;
      film = withEpochs(film, film.epochs);
      produce(film, () => {
        if (!film.isComplete) return;
        player.exchange(film);
        onComplete(film);
      }, { isBehind: true });
    });
  };
  return {
    player,
    /** Shows the end as soon as possible. */
    toEnd() {
      pool.suspend(false);
      player.toEnd();
      if (player.awaited === undefined || isHurrying) return;
      if (film.frames.length < NEARLY_COMPLETE * film.epochs.length) hurry(withEpochs(film, sparseEpochs(film.epochs)));
    },
    /** Suspends training, or lets it go on. */
    suspend: (isSuspended: boolean) => pool.suspend(isSuspended),
    autoplay,
    /**
     * Trains the setting from its start, with a frame at some epoch; `isAutoplay` unless the reader prefers reduced
     * motion.
     */
    train(isAutoplay = true, epoch?: number) {
      const { setting } = store.state;
      film = filmOf(setting, pool.hasWebAssembly ?? true, data, epoch);
      say(film.starts < setting.starts ? texts.problems.noWebAssembly(film.starts) : "");
      setBusy(true);
      pool.suspend(false);
      isHurrying = false;
      player.load(film);
      if (isAutoplay) autoplay();
      produce(film, () => {
        show(film);
        if (film.isComplete) onComplete(film);
      });
    },
  };
}

/** A film of the same nets, without frames yet. */
function withEpochs({ state, starts, tileSide, updatesPerEpoch }: Film, epochs: readonly number[]): Film {
  return createFilm(state, starts, epochs, { tileSide, updatesPerEpoch });
}

function filmOf(setting: LabState, hasWebAssembly: boolean, data: LabBasis, epoch: number | undefined) {
  const starts = hasWebAssembly ? setting.starts : Math.min(setting.starts, STARTS_WITHOUT_WEBASSEMBLY);
  const tileSide = tileSideFor(starts);
  const training = prepare(labConfig(setting, 0, data)), { network: { parameterCount } } = training;
  const bytesPerFrame = starts * (tileSide * tileSide + NUMBER_BYTES * (parameterCount + 2));
  const updatesPerEpoch = stepsPerEpoch(training);
  const chosen = frameEpochs(setting.epochs, starts, bytesPerFrame, updatesPerEpoch);
  const isMissing = Number.isInteger(epoch) && epoch! <= setting.epochs && !chosen.includes(epoch!);
  const epochs = isMissing ? [...chosen, epoch!].sort((a, b) => a - b) : chosen;
  return createFilm(setting, starts, epochs, { tileSide, updatesPerEpoch });
}
