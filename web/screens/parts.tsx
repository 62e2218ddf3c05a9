/** Every part with sample content, within the frame of whoever looks. */
import { renderPage } from '../parts/page.js';
import { Bouwstenen } from '../parts/preview.js';
import type { Frame } from './frame.js';

/** The whole page as html text. */
export const bouwstenenPage = (frame: Frame): string => renderPage(<Bouwstenen {...frame} />);
