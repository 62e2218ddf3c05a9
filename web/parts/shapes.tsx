/** The shapes that carry meaning: four states, two urgencies and the four positions of the gate, all different in outline so that colour is never needed. */
import { texts, type Lang } from '../text/index.js';

export type StateName = 'not-yet' | 'busy' | 'waiting' | 'done';
/** A state as a screen shows it: one of the four words; with `waiting`, `who` names who has to act. */
export type StateView = { readonly word: StateName; readonly who?: string };
export type ShapeSize = 'mini' | 'text' | 'strip' | 'public';
export type Urgency = 'none' | 'attention' | 'late';
/** A gate as a screen shows it; `needed` counts what is still missing when it is closed. */
export type GateView = { readonly kind: 'open' | 'closed' | 'reason' | 'none'; readonly needed?: number };

/** The words of a state, who included: 'Wacht op opdrachtgever'. */
export function stateText(lang: Lang, state: StateView): string {
  const words = texts(lang).state;
  return state.word === 'waiting' && state.who !== undefined ? words.waitingFor(state.who) : words[state.word];
}

/** The inside of a state shape, on a field of 26 by 26; for use within another drawing. */
export function StateMarks({ word }: { readonly word: StateName }) {
  if (word === 'not-yet') return <circle cx="13" cy="13" r="9.5" className="shape-not-yet" strokeDasharray="3.7 3" />;
  if (word === 'busy') {
    return (
      <>
        <circle cx="13" cy="13" r="9.5" className="shape-busy" />
        <path d="M13 3.5a9.5 9.5 0 0 0 0 19z" className="shape-busy-half" />
      </>
    );
  }
  if (word === 'waiting') {
    return (
      <>
        <rect
          x="4.6"
          y="4.6"
          width="16.8"
          height="16.8"
          rx="2"
          transform="rotate(45 13 13)"
          className="shape-waiting"
        />
        <path d="M10.6 9.2v7.6M15.4 9.2v7.6" className="shape-waiting-bars" />
      </>
    );
  }
  return (
    <>
      <rect x="2.5" y="2.5" width="21" height="21" rx="5" className="shape-done" />
      <path d="M7.8 13.4l3.6 3.6 7-7.6" className="shape-done-tick" />
    </>
  );
}

/** One of the four state shapes; hidden from screen readers, so the word must stand beside it. Sizes: mini 17, text 19, strip 26, public 30 px. */
export function StateShape({ word, size = 'text' }: { readonly word: StateName; readonly size?: ShapeSize }) {
  return (
    <svg className={`shape shape-${size}`} viewBox="0 0 26 26" aria-hidden="true" focusable="false">
      <StateMarks word={word} />
    </svg>
  );
}

/** `label` replaces the word where a whole has a word of its own ('Loopt'); the shape stays. */
export type StateWordProps = {
  readonly state: StateView;
  readonly lang: Lang;
  readonly size?: ShapeSize;
  readonly label?: string;
};

/** Shape and word together, the word in the colour of the state. */
export function StateWord({ state, lang, size, label }: StateWordProps) {
  return (
    <span className={`state-word state-${state.word}`}>
      <StateShape word={state.word} size={size} />
      <span>{label ?? stateText(lang, state)}</span>
    </span>
  );
}

/** Triangle (let op), octagon (te laat) or open ring (op koers); hidden from screen readers. */
export function UrgencyShape({ level }: { readonly level: Urgency }) {
  return (
    <svg className="shape shape-text" viewBox="0 0 26 26" aria-hidden="true" focusable="false">
      {level === 'none' && <circle cx="13" cy="13" r="7" className="shape-ring" />}
      {level === 'attention' && (
        <>
          <path d="M13 3.5L24 22.5H2z" className="shape-triangle" />
          <path d="M13 10v6M13 19.2v.4" className="shape-waiting-bars" />
        </>
      )}
      {level === 'late' && (
        <>
          <path d="M8.5 2.5h9l6 6v9l-6 6h-9l-6-6v-9z" className="shape-octagon" />
          <path d="M13 7.5v7M13 18.4v.4" className="shape-octagon-mark" />
        </>
      )}
    </svg>
  );
}

/** The words of a gate: 'Poort open', 'Nog 2 nodig', 'Met reden' or 'Niet nodig'. */
export function gateText(lang: Lang, gate: GateView): string {
  const words = texts(lang).gate;
  return gate.kind === 'closed' ? words.needed(gate.needed ?? 1) : words[gate.kind];
}

/** The level crossing of a gate; hidden from screen readers, the words stand beside it. */
export function GateShape({ kind }: { readonly kind: GateView['kind'] }) {
  return (
    <svg className={`gate-shape gate-${kind}`} viewBox="0 0 34 24" aria-hidden="true" focusable="false">
      <path d="M6 6v14M2.5 20h7" className="gate-post" />
      {kind === 'open' && <path d="M6.5 14L19 3.5" className="gate-arm" />}
      {kind === 'closed' && <path d="M6.5 10H31" className="gate-arm" />}
      {kind === 'reason' && <path d="M6.5 10H31" className="gate-arm" strokeDasharray="6 3" />}
      {kind === 'reason' && <path d="M15 17L25 3" className="gate-cross" />}
      {kind === 'none' && <path d="M6.5 10H31" className="gate-arm" strokeDasharray="3.5 3.5" />}
    </svg>
  );
}

/** Gate light with its words. */
export function Gate({ gate, lang }: { readonly gate: GateView; readonly lang: Lang }) {
  return (
    <span className={`gate gate-word-${gate.kind}`}>
      <GateShape kind={gate.kind} />
      <span>{gateText(lang, gate)}</span>
    </span>
  );
}
