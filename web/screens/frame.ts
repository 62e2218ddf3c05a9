/** What every screen gets beside its own content: menu, account, language, banners. */
import type { PageProps } from '../parts/page.js';

export type Frame = Omit<PageProps, 'title' | 'children' | 'blocked'>;
