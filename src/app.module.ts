// The application as Nest sees it: one data directory's runtime, the door, the errors, and the controllers of API and screens.
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { CLOCK, type Clock } from './clock/clock.js';
import { ClockService } from './clock/clock-service.js';
import { ClockWatch } from './clock/clock-watch.js';
import { CONFIG, type Config } from './config.js';
import { DemoFilling } from './demo/filling.js';
import { AccessGuard } from './http/access-guard.js';
import { Freshness } from './http/freshness.js';
import { HealthController } from './http/health.controller.js';
import { LearningController } from './http/learning.controller.js';
import { LiveStreams } from './http/live-streams.js';
import { OpenApiController } from './http/openapi.controller.js';
import { OrganisationController } from './http/organisation.controller.js';
import { PageErrors } from './http/page-errors.js';
import { ProblemFilter } from './http/problem-filter.js';
import { ReadingController } from './http/reading.controller.js';
import { RouteTable } from './http/route-table.js';
import { SendCommands } from './http/send-commands.js';
import { TrajectoriesController } from './http/trajectories.controller.js';
import { TrajectoryController } from './http/trajectory.controller.js';
import { Identity } from './identity/identity.js';
import { LoginThrottle } from './identity/throttle.js';
import { QUERY_HANDLERS } from './queries/index.js';
import { Runtime } from './runtime.js';
import { screenControllers, screenProviders } from './screens/screens.js';
import { ExecuteCommandsHandler } from './trajectories/execute-commands.js';

export interface AppParts {
  config: Config;
  clock: Clock;
  runtime: Runtime;
}

const API_CONTROLLERS = [
  HealthController,
  OpenApiController,
  ReadingController,
  TrajectoriesController,
  TrajectoryController,
  OrganisationController,
  LearningController,
];

@Module({})
export class AppModule {
  /** The application around an opened runtime; the caller closes the runtime after the application. */
  static around({ config, clock, runtime }: AppParts): DynamicModule {
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot()],
      controllers: [...API_CONTROLLERS, ...screenControllers],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: CLOCK, useValue: clock },
        { provide: Runtime, useValue: runtime },
        { provide: Identity, useValue: runtime.identity },
        { provide: LoginThrottle, useValue: new LoginThrottle() },
        RouteTable,
        PageErrors,
        SendCommands,
        LiveStreams,
        ClockService,
        ClockWatch,
        DemoFilling,
        ExecuteCommandsHandler,
        ...QUERY_HANDLERS,
        ...screenProviders,
        Freshness,
        // In this order: whoever may not come in does not wait.
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useExisting: Freshness },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
