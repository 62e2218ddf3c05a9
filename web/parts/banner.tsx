/** Banners stand below the header and never over content; at most two at once. */
import type { ReactNode } from 'react';
import { Icon } from './icon.js';
import { StateShape, UrgencyShape } from './shapes.js';

export type BannerKind = 'done' | 'conflict' | 'connection' | 'past' | 'now';
export type BannerProps = {
  readonly kind: BannerKind;
  readonly text: string;
  readonly link?: { readonly label: string; readonly href: string };
};

function mark(kind: BannerKind): ReactNode {
  if (kind === 'done') return <StateShape word="done" />;
  if (kind === 'conflict') return <UrgencyShape level="attention" />;
  return <Icon name={kind === 'connection' ? 'wifi-slash' : 'clock-counter-clockwise'} />;
}

/** One banner: done (green tint, announced), conflict (amber tint), connection (sunken), past (dark) or now (sunken: not the past day). */
export function Banner({ kind, text, link }: BannerProps) {
  return (
    <div className={`banner banner-${kind}`} role={kind === 'past' ? undefined : 'status'}>
      {mark(kind)}
      <p>{text}</p>
      {link && <a href={link.href}>{link.label}</a>}
    </div>
  );
}

/** The banners of a page, within the page's width; more than two are cut to the first two. */
export function Banners({ banners, wide }: { readonly banners: readonly BannerProps[]; readonly wide?: boolean }) {
  if (banners.length === 0) return null;
  return (
    <div className={`wrap banners${wide ? ' wrap-wide' : ''}`}>
      {banners.slice(0, 2).map((banner) => (
        <Banner key={banner.kind + banner.text} {...banner} />
      ))}
    </div>
  );
}
