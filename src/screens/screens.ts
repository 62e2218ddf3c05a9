// The screens as the application registers them.
import { AccountsScreen } from './accounts.controller.js';
import { AssetsController } from './assets.controller.js';
import { FormsController } from './forms/forms.controller.js';
import { ErrorPages } from './error-pages.js';
import { Frames } from './frame.js';
import { HomeController } from './home.controller.js';
import { Estimates } from './learning/estimates.js';
import { LearningScreen } from './learning/learning.controller.js';
import { ListController } from './list.controller.js';
import { LoginController } from './login.controller.js';
import { OrganisationScreen } from './organisation.controller.js';
import { OverviewController } from './overview.controller.js';
import { PartsScreen } from './parts.controller.js';
import { Reader } from './reader.js';
import { SearchController } from './search.controller.js';
import { StuckController } from './stuck.controller.js';
import { ActsScreen } from './trajectory/acts.controller.js';
import { EventScreen } from './trajectory/event.controller.js';
import { TrajectoryScreen } from './trajectory/trajectory.controller.js';

export const screenControllers = [
  AssetsController,
  LoginController,
  HomeController,
  ListController,
  OverviewController,
  LearningScreen,
  SearchController,
  StuckController,
  OrganisationScreen,
  AccountsScreen,
  PartsScreen,
  FormsController,
  ActsScreen,
  EventScreen,
  TrajectoryScreen,
];
export const screenProviders = [Frames, Reader, Estimates, ErrorPages];
