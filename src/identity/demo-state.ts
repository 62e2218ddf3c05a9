// How far the demo of this data directory has come, and on which story it was begun: a start that was cut off goes on with the same one.
import type { LocalDate } from '../../workflows/kit/types.js';
import type { Db } from '../event-log/sqlite/open-database.js';

/** The history that a demo is filled with. */
export interface DemoStory {
  trajectories: number;
  years: number;
  seed: number;
}

/** Nothing yet, the accounts and examples, or the history too. */
export type DemoReached = 'nothing' | 'examples' | 'whole';
const STEPS: readonly DemoReached[] = ['nothing', 'examples', 'whole'];

export class DemoState {
  constructor(private readonly db: Db) {}

  /** Whether a demo was begun in this directory. */
  isBegun(): boolean {
    return this.db.prepare('SELECT 1 FROM demo_story').get() !== undefined;
  }

  /** The day that counts as today in the story, the story and how far it came; those of the first beginning when there was one. */
  begin(today: LocalDate, story: DemoStory): DemoStory & { today: LocalDate; reached: DemoReached } {
    const note = this.db.transaction(() => {
      this.db.prepare('INSERT OR IGNORE INTO demo VALUES (1, ?, 0)').run(today);
      this.db
        .prepare('INSERT OR IGNORE INTO demo_story VALUES (1, ?, ?, ?)')
        .run(story.trajectories, story.years, story.seed);
    });
    note.immediate();
    const found = this.db
      .prepare<[], DemoStory & { today: string; done: number }>(
        'SELECT today, done, trajectories, years, seed FROM demo JOIN demo_story USING (one)',
      )
      .get();
    if (!found) throw new Error('What was noted of the demo is gone.');
    const { done, ...begun } = found;
    return { ...begun, reached: STEPS[done] ?? 'nothing' };
  }

  /** Notes how far it came, so that the next start does not do it again. */
  reach(step: DemoReached): void {
    this.db.prepare('UPDATE demo SET done = ?').run(STEPS.indexOf(step));
  }
}
