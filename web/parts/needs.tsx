/** What is still needed: the same list in the refusal panel, under a gate and beside an act. Each need has a shape, a sentence, who, and one way to solve it. */
import { texts, type Lang } from '../text/index.js';
import { ButtonLink } from './button.js';
import { UrgencyShape } from './shapes.js';

export type NeedView = {
  readonly key: string;
  /** `never` may not be skipped by anyone (octagon); `reason` may be skipped with a reason (triangle). */
  readonly level: 'never' | 'reason';
  readonly sentence: string;
  readonly detail?: string;
  /** Who can solve it, in words; left out when it is the reader. */
  readonly who?: string;
  readonly action?: { readonly label: string; readonly href: string; readonly look?: 'text' | 'outlined' };
  /** The stable code, shown small, for who wants to look it up. */
  readonly code?: string;
};

function Need({ need, lang }: { readonly need: NeedView; readonly lang: Lang }) {
  const words = texts(lang).refusal;
  const never = need.level === 'never';
  return (
    <li className="need">
      <UrgencyShape level={never ? 'late' : 'attention'} />
      <div>
        <p>
          <span className="vh">{never ? words.neverShape : words.reasonShape} </span>
          {need.sentence}
        </p>
        {need.detail && <p className="meta">{need.detail}</p>}
        {need.who && <p className="meta">{need.who}</p>}
        {never && <p className="need-never">{words.never}</p>}
        {need.code && (
          <p className="meta">
            {words.code} {need.code}
          </p>
        )}
      </div>
      {need.action && (
        <ButtonLink
          look={need.action.look ?? 'text'}
          label={need.action.label}
          context={`(${need.sentence})`}
          href={need.action.href}
          inline
        />
      )}
    </li>
  );
}

/** A list of needs; `small` is the form under a gate. */
export function NeedList({
  needs,
  lang,
  small,
}: {
  readonly needs: readonly NeedView[];
  readonly lang: Lang;
  readonly small?: boolean;
}) {
  return (
    <ul className={small ? 'needs needs-small' : 'needs'}>
      {needs.map((need) => (
        <Need key={need.key} need={need} lang={lang} />
      ))}
    </ul>
  );
}
