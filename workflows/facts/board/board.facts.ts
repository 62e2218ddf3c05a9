// The contact with alderman and council as facts.
import { localDay } from '../../kit/time.js';
import type { FactGroup } from '../../kit/workflow.js';
import type { Facts } from '../facts.js';
import { isLatest } from '../latest.js';
import { commands } from './board.commands.js';
import { events, type BoardData } from './board.events.js';

export const board: FactGroup<Facts> = {
  events,
  commands,
  needs: {},
  facts: {
    AldermanLineAgreed(facts, event) {
      const { everyDays, form } = event.data as BoardData['AldermanLineAgreed'];
      if (isLatest(facts, 'aldermanLine', event))
        facts.aldermanLine = { everyDays, form, agreedOn: localDay(event.meta.occurredAt) };
    },
    CouncilRoleCommunicated(facts, event) {
      if (isLatest(facts, 'councilRole', event))
        facts.councilRoleToldOn = (event.data as BoardData['CouncilRoleCommunicated']).on;
    },
    DirectRouteNoticed(facts, event) {
      const { routeId, to, topic, on } = event.data as BoardData['DirectRouteNoticed'];
      facts.directRoutes.set(routeId, { ...facts.directRoutes.get(routeId), to, topic, noticedOn: on });
    },
    DirectRouteHandled(facts, event) {
      const { routeId, on } = event.data as BoardData['DirectRouteHandled'];
      const route = facts.directRoutes.get(routeId);
      if (route && isLatest(facts, `route/${routeId}`, event)) route.handledOn = on;
    },
  },
};
