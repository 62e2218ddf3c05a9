// The screens as the application registers them.
import { AssetsController } from './assets.controller.js';
import { FormsController } from './forms/forms.controller.js';
import { ErrorPages } from './error-pages.js';
import { Frames } from './frame.js';
import { ListController } from './list.controller.js';
import { LoginController } from './login.controller.js';
import { Reader } from './reader.js';
import { ActsScreen } from './trajectory/acts.controller.js';
import { EventScreen } from './trajectory/event.controller.js';
import { TrajectoryScreen } from './trajectory/trajectory.controller.js';

export const screenControllers = [AssetsController, LoginController, ListController, FormsController, ActsScreen, EventScreen, TrajectoryScreen];
export const screenProviders = [Frames, Reader, ErrorPages];
