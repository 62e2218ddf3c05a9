/** Sentences as data: a row of plain texts, links, removed, strong and erased pieces, so that a projection can hand over a sentence without markup. */
import { texts, type Lang } from '../text/index.js';

/** A piece of a sentence: plain text, a link, or a marked text; `erased` shows the fixed text for what the law had removed. */
export type InlinePiece =
  | string
  | { readonly text: string; readonly href: string }
  | { readonly text: string; readonly mark: 'del' | 'strong' }
  | { readonly mark: 'erased' };
export type InlineText = string | readonly InlinePiece[];

function Piece({ piece, lang }: { readonly piece: InlinePiece; readonly lang: Lang }) {
  if (typeof piece === 'string') return piece;
  if ('href' in piece) return <a href={piece.href}>{piece.text}</a>;
  if (piece.mark === 'strong') return <strong>{piece.text}</strong>;
  if (piece.mark === 'erased') return <span className="erased">{texts(lang).story.erased}</span>;
  return (
    <del>
      <span className="vh">{texts(lang).story.removed} </span>
      {piece.text}
    </del>
  );
}

/** Draws a sentence of pieces, in order. */
export function Inline({ text, lang }: { readonly text: InlineText; readonly lang: Lang }) {
  if (typeof text === 'string') return text;
  return text.map((piece, index) => <Piece key={index} piece={piece} lang={lang} />);
}
