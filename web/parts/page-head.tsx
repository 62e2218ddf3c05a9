/** The top of a page: where you are, the one title, what holds now and the few facts beside it. */
import type { Lang } from '../text/index.js';
import { Inline, type InlineText } from './inline.js';
import { StateWord, type StateView } from './shapes.js';

export type PageHeadProps = {
  readonly lang: Lang;
  readonly title: string;
  /** The line above the title: place, theme, level; links allowed. */
  readonly above?: InlineText;
  /** State of the whole with its own word ('Loopt'); `label` replaces one of the four words. */
  readonly state?: StateView & { readonly label?: string };
  /** Short pieces below the title: version, position and time of the data. */
  readonly meta?: readonly InlineText[];
  /** The sentence below the title. */
  readonly finding?: InlineText;
  readonly facts?: readonly { readonly term: string; readonly value: string }[];
};

/** Eyebrow, h1, meta line, sentence, and facts at the right. */
export function PageHead({ lang, title, above, state, meta = [], finding, facts = [] }: PageHeadProps) {
  return (
    <div className="page-head">
      <div>
        {above && (
          <p className="meta">
            <Inline text={above} lang={lang} />
          </p>
        )}
        <h1>{title}</h1>
        {(state !== undefined || meta.length > 0) && (
          <div className="meta meta-line">
            {state && <StateWord lang={lang} state={state} label={state.label} />}
            {meta.map((piece, index) => (
              <span key={index}>
                <Inline text={piece} lang={lang} />
              </span>
            ))}
          </div>
        )}
        {finding && (
          <p className="finding">
            <Inline text={finding} lang={lang} />
          </p>
        )}
      </div>
      {facts.length > 0 && (
        <dl className="page-head-facts">
          {facts.map((fact) => (
            <div key={fact.term}>
              <dt>{fact.term}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
