// The statechart of one phase: where it is, the path it took through its history, and what can lead on from here.
import { phaseKey } from '../../../workflows/kit/evolve.js';
import { localDay } from '../../../workflows/kit/time.js';
import type { CompiledMachine } from '../../../workflows/kit/compile.js';
import type { Recorded } from '../../../workflows/kit/types.js';
import type { PhaseView } from '../../../projections/status-overview/views.js';
import { date } from '../../../projections/kit/format.js';
import type { ChartEdge, ChartNode, StatechartProps } from '../../../web/parts/statechart.js';
import { screenTexts } from '../../../web/screens/text/index.js';
import type { Lang } from '../../../web/text/index.js';
import type { Standing } from '../reader.js';
import { ScreenWords, stateView } from '../words.js';
import { layoutOf, type MachineEdge } from './layout.js';

/** What the drawing needs of a trajectory; taken between two commands, drawn later. */
export interface ChartSource {
  phase: PhaseView;
  machine: CompiledMachine;
  path: Path;
  /** Command of an event, for the words on an arrow. */
  commandOf: ReadonlyMap<string, string>;
}

interface Path {
  current: string;
  /** Days on which a state was entered and left, the last time. */
  visits: Map<string, { from: string; to?: string }>;
  taken: Set<string>;
}

/** Reads the path of a phase from the events of the trajectory. */
export function chartSource(
  { workflow, trajectory, steps, today }: Standing,
  phase: PhaseView,
): ChartSource | undefined {
  const machine = workflow.machines.get(phase.phase);
  if (!machine) return undefined;
  const events = [...trajectory.events.values()].filter((event) => concerns(event, machine, phase));
  const commandOf = new Map([...workflow.commands.values()].map(({ name, event }) => [event, name]));
  const known = new Set(events.map(({ meta }) => meta.revision));
  // On a past day told with what is known now the machine is not run: its steps stand with their own dates.
  const taken = steps?.filter(
    ({ key, revision, since }) =>
      key === phaseKey(phase.phase, phase.round) && known.has(revision) && (since === '' || localDay(since) <= today),
  );
  return { phase, machine, path: taken ? walked(machine, taken, phase) : pathOf(machine, events, phase), commandOf };
}

function concerns({ type, meta, data }: Recorded, machine: CompiledMachine, { phase, round }: PhaseView): boolean {
  if (!machine.events.has(type) || (meta.phase !== undefined && meta.phase !== phase)) return false;
  const place = meta.round ?? data.roundId ?? data.about;
  return round === undefined || place === undefined || place === round;
}

function pathOf(machine: CompiledMachine, events: readonly Recorded[], phase: PhaseView): Path {
  const cell = machine.start();
  const steps = events.flatMap((event) => {
    const moved = machine.step(cell, event);
    return moved ? [{ to: cell.value, since: event.meta.occurredAt }] : [];
  });
  return walked(machine, steps, phase);
}

/** The way through the machine, step by step; what stays in its state leads nowhere. */
function walked(machine: CompiledMachine, steps: readonly { to: string; since: string }[], phase: PhaseView): Path {
  const start = machine.start().value;
  const path: Path = { current: start, visits: new Map([[start, { from: phase.startedOn ?? '' }]]), taken: new Set() };
  for (const { to, since } of steps) {
    const from = path.current;
    if (to === from) continue;
    const day = localDay(since);
    path.taken.add(`${from}-${to}`);
    path.visits.set(from, { ...path.visits.get(from), from: path.visits.get(from)?.from ?? '', to: day });
    path.visits.set(to, { from: day });
    path.current = to;
  }
  return path;
}

/** The drawing. A phase that has not begun shows its machine with nothing reached. */
export async function chartOf({ phase, machine, path, commandOf }: ChartSource, lang: Lang): Promise<StatechartProps> {
  const words = new ScreenWords(lang);
  const act = (event: string): string | undefined =>
    commandOf.has(event) ? words.command(commandOf.get(event) ?? '') : undefined;
  const layout = await layoutOf(phase.phase, machine, words, act);
  const begun = phase.state.word !== 'nog niet';
  const texts = screenTexts(lang).trajectory;
  return {
    lang,
    id: `kaart-${phase.phase}`,
    title: texts.chart(words.part(phase.phase), phase.roundNr === undefined ? undefined : texts.round(phase.roundNr)),
    width: layout.width,
    height: layout.height,
    nodes: layout.nodes.map((node) => ({ ...node, ...nodeOf(node.id, { phase, machine, path, begun, words }) })),
    edges: layout.edges.map((edge) => edgeOf(edge, path, begun, act)),
  };
}

interface NodeContext {
  phase: PhaseView;
  machine: CompiledMachine;
  path: Path;
  begun: boolean;
  words: ScreenWords;
}

function nodeOf(
  id: string,
  { phase, machine, path, begun, words }: NodeContext,
): Pick<ChartNode, 'label' | 'sub' | 'status' | 'word'> {
  const label = words.state(phase.phase, id);
  const visit = path.visits.get(id);
  const status = statusOf(id, path, machine, begun);
  const sub =
    begun && visit?.from
      ? [visit.from, visit.to].filter((day) => day !== undefined).map((day) => short(day, words.lang))
      : [];
  return {
    label: label.label,
    status,
    ...(sub.length > 0 ? { sub: [...new Set(sub)].join(' – ') } : {}),
    ...(status === 'current' ? { word: stateView(label).word } : {}),
  };
}

function statusOf(id: string, path: Path, machine: CompiledMachine, begun: boolean): ChartNode['status'] {
  if (!begun) return 'not-reached';
  if (id === path.current) return 'current';
  if (path.visits.has(id)) return 'visited';
  const next = [...(machine.table().get(path.current)?.values() ?? [])].flat();
  return next.includes(id) ? 'possible' : 'not-reached';
}

/** '7 apr' of a day. */
function short(day: string, lang: Lang): string {
  const [number = '', month = ''] = date(day, lang).split(' ');
  return `${number} ${month.slice(0, 3)}`;
}

function edgeOf(
  { id, from, to, events, points, labelAt }: MachineEdge,
  path: Path,
  begun: boolean,
  act: (event: string) => string | undefined,
): ChartEdge {
  const status = path.taken.has(id) ? 'taken' : begun && from === path.current ? 'possible' : 'none';
  const label = status === 'possible' ? act(events[0] ?? '') : undefined;
  return { id, from, to, status, points, ...(label ? { label, ...(labelAt ? { labelAt } : {}) } : {}) };
}
