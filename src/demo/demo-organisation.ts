// Who the demo is. Apart from what fills it, so that a start can recognise a demo without loading its story.
import { idOf } from '../../workflows/kit/ids.js';

/** The same in every demo, so that links and notes about it stay right. */
export const DEMO_ORGANISATION = idOf('demo organisation');
