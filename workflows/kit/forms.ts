// Forms as data: a title, the commands in the order in which they are sent, and which fields they share.
// The screens render them; a form is sent as one batch, all or nothing.

export interface FormCommand {
  command: string;
  optional?: boolean;
  repeated?: boolean;
  /** Fields that come from an earlier command of the same form: field -> `step.field`, where step counts this list from 0. */
  links?: Record<string, string>;
}

export interface Form {
  key: string;
  nr: number;
  /** The phase under which screens offer it. */
  phase?: string;
  commands: readonly FormCommand[];
  /** Fields typed once and sent with each of these commands. */
  shared?: readonly string[];
}
