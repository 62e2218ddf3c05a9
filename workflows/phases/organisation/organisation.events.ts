// The one event of the organisation phase's own; its parts are trajectory facts (roles, board).
import type { z } from 'zod';
import { list, role } from '../../kit/fields.js';
import { defineEvents, type EventSpec } from '../../kit/events.js';

const specs = {
  OrganisationConfirmed: { kind: 'decision', data: { roles: list(role()) } },
} as const satisfies Record<string, EventSpec<z.ZodRawShape>>;

export const events = defineEvents(specs);
