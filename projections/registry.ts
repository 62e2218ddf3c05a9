// The projections of the product. Adding one is one folder and one line here.
import { history } from './history/history.projection.js';
import { learningReport } from './learning-report/learning-report.projection.js';
import { logbook } from './logbook/logbook.projection.js';
import { statusOverview } from './status-overview/status-overview.projection.js';

export const projections = [statusOverview, logbook, learningReport, history] as const;
