// Emotions and aftercare as facts, by event id.
import { localDay } from '../../kit/time.js';
import type { FactGroup } from '../../kit/workflow.js';
import type { Facts } from '../facts.js';
import { commands } from './emotions.commands.js';
import { events, type EmotionsData } from './emotions.events.js';

export const emotions: FactGroup<Facts> = {
  events,
  commands,
  needs: {},
  facts: {
    EmotionSignalled(facts, event) {
      const { conversationId, level } = event.data as EmotionsData['EmotionSignalled'];
      facts.emotions.set(event.meta.id, {
        level,
        on: localDay(event.meta.occurredAt),
        ...(conversationId ? { conversationId } : {}),
      });
    },
    AftercareGiven(facts, event) {
      const { conversationId, roundId, on } = event.data as EmotionsData['AftercareGiven'];
      facts.aftercare.set(event.meta.id, { roundId, on, ...(conversationId ? { conversationId } : {}) });
    },
  },
};
