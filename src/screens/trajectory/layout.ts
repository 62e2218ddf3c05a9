// Where the states of a machine stand in its drawing: laid out once per machine and language, from left to right.
import { createRequire } from 'node:module';
import type { ELK, ElkNode } from 'elkjs/lib/elk-api.js';
import type { CompiledMachine } from '../../../workflows/kit/compile.js';
import { chartNodeSize } from '../../../web/parts/statechart.js';
import type { ScreenWords } from '../words.js';

export interface MachineEdge {
  id: string;
  from: string;
  to: string;
  /** Event types that lead this way. */
  events: string[];
  points: (readonly [number, number])[];
  labelAt?: readonly [number, number];
}
export interface MachineLayout {
  width: number;
  height: number;
  nodes: { id: string; x: number; y: number; width: number; height: number }[];
  edges: MachineEdge[];
}

let made: ELK | undefined;
/**
 * Made for the first drawing: it is so much code that loading it at the start took a seventh of the time until the first answer.
 * The package is CommonJS whose types promise a default export that Node does not give.
 */
function elk(): ELK {
  if (!made) {
    const Elk = createRequire(import.meta.url)('elkjs') as new () => ELK;
    made = new Elk();
  }
  return made;
}

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.spacing.nodeNodeBetweenLayers': '44',
  'elk.spacing.nodeNode': '36',
  'elk.spacing.edgeNode': '18',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.padding': '[top=16,left=16,bottom=16,right=16]',
};
/** Room for the dates under the name of a state. */
const DATES = '28 sep – 30 sep';
const LABEL = { width: 7.4, height: 18 };

const known = new Map<string, Promise<MachineLayout>>();

/** The drawing of a machine. `key` names it; `acts` are the words on its arrows by event type. */
export function layoutOf(
  key: string,
  machine: CompiledMachine,
  words: ScreenWords,
  act: (event: string) => string | undefined,
): Promise<MachineLayout> {
  const id = `${words.lang} ${key}`;
  const found = known.get(id) ?? compute(key, machine, words, act);
  known.set(id, found);
  return found;
}

async function compute(
  key: string,
  machine: CompiledMachine,
  words: ScreenWords,
  act: (event: string) => string | undefined,
): Promise<MachineLayout> {
  const edges = edgesOf(machine);
  const graph: ElkNode = {
    id: key,
    layoutOptions: OPTIONS,
    children: machine.states.map((id) => ({ id, ...chartNodeSize(words.state(key, id).label, DATES) })),
    edges: edges.map(({ id, from, to, events }) => {
      const text = act(events[0] ?? '');
      return {
        id,
        sources: [from],
        targets: [to],
        ...(text ? { labels: [{ text, width: text.length * LABEL.width, height: LABEL.height }] } : {}),
      };
    }),
  };
  const drawn = await elk().layout(graph);
  return {
    width: Math.ceil(drawn.width ?? 0),
    height: Math.ceil(drawn.height ?? 0),
    nodes: (drawn.children ?? []).map(({ id, x = 0, y = 0, width = 0, height = 0 }) => ({ id, x, y, width, height })),
    edges: edges.map((edge) => ({ ...edge, ...placed(drawn, edge.id) })),
  };
}

/** One edge per pair of states, however many events lead that way; staying where it is draws nothing. */
function edgesOf(machine: CompiledMachine): MachineEdge[] {
  const edges = new Map<string, MachineEdge>();
  for (const [from, events] of machine.table()) {
    for (const [event, targets] of events) {
      for (const to of targets) {
        if (to === undefined || to === from) continue;
        const id = `${from}-${to}`;
        const edge = edges.get(id) ?? { id, from, to, events: [], points: [] };
        if (!edge.events.includes(event)) edge.events.push(event);
        edges.set(id, edge);
      }
    }
  }
  return [...edges.values()];
}

function placed(drawn: ElkNode, id: string): Pick<MachineEdge, 'points' | 'labelAt'> {
  const edge = drawn.edges?.find((one) => one.id === id);
  const section = edge?.sections?.[0];
  const label = edge?.labels?.[0];
  const points = section
    ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(
        ({ x, y }) => [Math.round(x), Math.round(y)] as const,
      )
    : [];
  const labelAt = label
    ? ([Math.round((label.x ?? 0) + (label.width ?? 0) / 2), Math.round((label.y ?? 0) + LABEL.height - 4)] as const)
    : undefined;
  return { points, ...(labelAt ? { labelAt } : {}) };
}
