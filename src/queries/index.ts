// Every question the application answers, as the handlers that Nest's QueryBus sends them to.
import { ReadEventsHandler } from './events.query.js';
import { ReadExperienceHandler, ReadLearningReportHandler } from './learning.query.js';
import { ReadLogbookHandler, SearchLogbookHandler } from './logbook.query.js';
import { ReadMeHandler, ReadOrganisationHandler } from './organisation.query.js';
import { ListTrajectoriesHandler, ReadOverviewHandler, ReadOwedHandler } from './overview.query.js';
import { PossibleCommandsHandler } from './possible-commands.query.js';
import { ReadSignalsHandler } from './signals.query.js';
import { ReadTrajectoryHandler } from './trajectory-state.query.js';

export const QUERY_HANDLERS = [
  ListTrajectoriesHandler,
  PossibleCommandsHandler,
  ReadEventsHandler,
  ReadExperienceHandler,
  ReadLearningReportHandler,
  ReadLogbookHandler,
  ReadMeHandler,
  ReadOrganisationHandler,
  ReadOverviewHandler,
  ReadOwedHandler,
  ReadSignalsHandler,
  ReadTrajectoryHandler,
  SearchLogbookHandler,
];
