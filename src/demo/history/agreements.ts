// Promises made in a generated trajectory: kept, moved, or broken and explained, each on its day.
import { addDays } from '../../../workflows/kit/time.js';
import type { Id } from '../../../workflows/kit/types.js';
import type { Story } from './story.js';

/** Makes an agreement and plans how it goes. */
export async function agreement(story: Story, conversationId: Id, groupId: Id | undefined): Promise<void> {
  const { life } = story;
  const { chance, outline } = life;
  const dueOn = addDays(life.today, chance.int(14, outline.size === 'small' ? 40 : 75));
  const made = await life.send('projectLeader', 'MakeAgreement', {
    text: chance.pick(outline.theme.agreements),
    conversationId,
    ...(groupId === undefined ? {} : { withGroupId: groupId }),
    dueOn,
    public: chance.happens(0.6),
  });
  story.openAgreements += 1;
  const agreementId = made.agreementId ?? '';
  if (chance.happens(0.15)) life.plan(addDays(dueOn, -3), '10:25', () => moved(story, agreementId, dueOn), true);
  else settling(story, agreementId, dueOn);
}

async function moved(story: Story, agreementId: Id, dueOn: string): Promise<void> {
  const { life } = story;
  if (life.over) return;
  const next = addDays(dueOn, life.chance.int(10, 35));
  await life.send('projectLeader', 'RescheduleAgreement', {
    agreementId,
    dueOn: next,
    reason: 'de leverancier is later',
    participantsTold: !life.slips(0.3),
  });
  settling(story, agreementId, next);
}

function settling(story: Story, agreementId: Id, dueOn: string): void {
  const { life } = story;
  const { chance } = life;
  const days = life.slips(0.2) ? chance.int(3, 25) : -chance.int(0, 12);
  life.plan(
    addDays(dueOn, days),
    '13:35',
    async () => {
      if (life.over) return;
      if (!life.slips(0.09)) {
        await life.send('projectLeader', 'FulfilAgreement', { agreementId });
        story.openAgreements -= 1;
        return;
      }
      const told = chance.happens(0.5);
      await life.send('projectLeader', 'BreakAgreement', {
        agreementId,
        reason: 'er is geen geld meer voor',
        participantsTold: told,
      });
      life.after(chance.int(3, 30), async () => {
        if (life.over) return;
        await life.send('singleContact', 'TellBrokenAgreement', {
          agreementId,
          explanation: 'uitgelegd aan de buurt waarom het niet lukte',
        });
        story.openAgreements -= 1;
      });
    },
    true,
  );
}
