// Which message and which `about` a command means when it does not say so.
import type { Facts, FeedbackMessage } from '../../facts/facts.js';
import type { Fill } from '../../kit/commands.js';

const sent = (message: FeedbackMessage): boolean => message.sends.size > 0;

/** The message about this that was prepared or sent last, of those that fit. */
export function lastOf(
  facts: Facts,
  about: unknown,
  fits: (message: FeedbackMessage) => boolean = () => true,
): FeedbackMessage | undefined {
  return [...facts.feedbacks.values()].filter((message) => message.about === about && fits(message)).at(-1);
}

/** The message about this that waits to be sent: the last one, if it did not go out yet. */
export function waitingMessage(facts: Facts, about: unknown): FeedbackMessage | undefined {
  const last = lastOf(facts, about);
  return last && !sent(last) ? last : undefined;
}

/** That of the message named, else the only round, decision or stop that can be meant. */
export const aboutMeant: Fill<Facts> = ({ facts }, data) => {
  const message = facts.feedbacks.get(String(data.feedbackId));
  const all = [...facts.rounds.keys(), ...facts.decisions.keys(), ...(facts.stopped ? ['stopped'] : [])];
  return message?.about ?? (all.length === 1 ? all[0] : undefined);
};

/** What a message is about stands fast. */
export const aboutOfMessage: Fill<Facts> = ({ facts }, data) => facts.feedbacks.get(String(data.feedbackId))?.about;

export const lastMessage: Fill<Facts> = ({ facts }, { about }) => lastOf(facts, about)?.id;
export const lastSentMessage: Fill<Facts> = ({ facts }, { about }) => lastOf(facts, about, sent)?.id;
