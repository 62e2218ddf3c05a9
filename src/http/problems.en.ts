// English sentences for everything that can go wrong at the border.
import type { ProblemTexts } from './problem-texts.js';

export const en: ProblemTexts = {
  problems: {
    'bad-utf8': { title: 'Not readable text', detail: 'The content is not valid UTF-8. Send the text as UTF-8.' },
    'malformed-json': {
      title: 'Not valid JSON',
      detail: 'The content is not valid JSON. Check brackets, commas and quotes.',
    },
    'too-deep': { title: 'Nested too deeply', detail: 'The content has more than 10 levels. Make it flatter.' },
    'duplicate-key': {
      title: 'Field stands twice',
      detail: 'The field ‘{key}’ stands there twice. Send each field once.',
    },
    'forbidden-key': { title: 'Field name not allowed', detail: 'The field name ‘{key}’ cannot be used.' },
    'not-an-object': { title: 'Not an object', detail: 'The content must be one JSON object, in braces.' },
    'invalid-input': {
      title: 'The input is not right',
      detail: 'One or more fields are not right. See ‘errors’ for which and why.',
    },
    'unknown-command': {
      title: 'No such command',
      detail: 'The command ‘{got}’ does not exist. See the possible commands.',
    },
    'unknown-id': {
      title: 'No such thing',
      detail: 'There is a reference to something that does not exist here. See ‘errors’ for the field.',
    },
    'dates-differ': {
      title: 'Dates differ',
      detail: 'The day in ‘on’ differs from that in ‘occurredAt’. Make them equal or leave one out.',
    },
    'batch-too-long': { title: 'Too many commands', detail: 'One request holds 1 to 200 commands. Split them.' },
    'bad-query': {
      title: 'The address is not right',
      detail: 'A value after the question mark is not right. See ‘errors’ for which.',
    },
    'bad-header': {
      title: 'A header is not right',
      detail: 'A header of the request is not right. See ‘errors’ for which.',
    },
    'bad-url': { title: 'The address is not right', detail: 'This address cannot be read.' },
    'idempotency-key-missing': {
      title: 'Idempotency-Key is missing',
      detail: 'Send the header ‘Idempotency-Key’ with a value of its own for each request.',
    },
    'login-needed': { title: 'Log in first', detail: 'Log in first, or send a valid token.' },
    'login-failed': { title: 'Cannot log in', detail: 'The login name or the password is not right.' },
    forbidden: { title: 'You may not see or do this', detail: 'Your role has no right to this.' },
    'not-from-this-site': {
      title: 'Request is not from this site',
      detail: 'The request did not come from a page of Rode Draad, or the page has expired. Load the page again.',
    },
    'not-found': { title: 'Not found', detail: 'What you look for does not exist, or you may not see it.' },
    'method-not-allowed': {
      title: 'Not possible at this address',
      detail: 'This address does not know ‘{method}’. It knows: {allow}.',
    },
    'needs-missing': {
      title: 'Something is still missing',
      detail: 'The command cannot run yet. See ‘missing’ for all that is missing and who can solve it.',
    },
    'already-changed': {
      title: 'Already changed',
      detail: 'This is recorded already, or somebody changed it meanwhile. Look at what stands there now.',
    },
    'before-last-step': {
      title: 'The date is too early',
      detail: 'A decision cannot be earlier than the step before it. Choose a later moment.',
    },
    'idempotency-key-reused': {
      title: 'Key used before',
      detail: 'This ‘Idempotency-Key’ was used for other content. Take a new one.',
    },
    'changed-meanwhile': {
      title: 'Changed meanwhile',
      detail: 'Others recorded something at the same time. Look at what stands there now and try again.',
    },
    'stale-revision': {
      title: 'Changed meanwhile',
      detail: 'A step was taken after you read this. Look at what stands there now and try again.',
    },
    'body-too-large': {
      title: 'Too much content',
      detail: 'The content is larger than 1 MB. Make it smaller or split it.',
    },
    'append-too-large': {
      title: 'Too much at once',
      detail: 'This request records too much at once. Split it over more requests.',
    },
    'url-too-long': { title: 'The address is too long', detail: 'A part of the address is too long.' },
    'unsupported-media-type': { title: 'Unknown kind of content', detail: 'Send the content as ‘application/json’.' },
    'too-many-attempts': {
      title: 'Tried too often',
      detail: 'There were too many attempts to log in. Wait {seconds} seconds.',
    },
    'internal-error': {
      title: 'Something went wrong',
      detail: 'Something went wrong on our side. Nothing is recorded that you do not see. Try again.',
    },
    'temporarily-unavailable': {
      title: 'Not available for a moment',
      detail: 'It is not certain whether this was recorded. Repeat the request with the same ‘Idempotency-Key’.',
    },
    'storage-full': {
      title: 'The storage is full',
      detail:
        'The storage is full. What was there is still there; it is not certain whether this was recorded. Ask the administrator to make room and then repeat it.',
    },
    'stream-deleted': {
      title: 'Deleted from the event log',
      detail:
        'The events of this were deleted on the server of the event log. Nothing can be recorded. Contact the administrator.',
    },
  },
  issues: {
    absent: 'This field is needed.',
    'unknown-field': 'This field does not exist here.',
    'invalid-type': 'Expected {expected} here.',
    'too-big': 'This is too large or too long; the highest is {maximum}.',
    'too-small': 'This is too small or too short; the lowest is {minimum}.',
    'not-multiple-of': 'This must be a multiple of {divisor}.',
    'invalid-format': 'This value does not have the right form.',
    'invalid-value': 'Choose one of: {expected}.',
    'invalid-union': 'This value does not fit this field.',
    'ends-before-start': 'The last day is before the first.',
    'bad-date': 'This is not an existing date. Write year-month-day, such as 2026-04-07.',
    'needs-day': 'Name the day too: ‘known=then’ goes with ‘asOf’.',
    'bad-instant': 'This is not an existing time. Write for instance 2026-04-07T14:30:00+02:00.',
    'bad-text': 'This text has characters that cannot be kept.',
    'bad-reference': '‘{got}’ does not refer to an earlier command that makes this field.',
    'bad-setting': 'This value does not fit this setting; expected: {expected}.',
    'before-from': 'The last day lies before the first.',
    'not-ahead': 'The day must lie after today.',
    'in-future': 'This date lies in the future.',
    'one-of': 'Fill in one of the two, not both and not neither.',
    'unknown-value': '‘{got}’ does not exist.',
    'unknown-id': 'Nothing in this trajectory or organisation has this id.',
    'unknown-command': 'The command ‘{got}’ does not exist.',
    'already-stored': 'This is recorded already.',
    'already-changed': 'It now holds {expected}, not {got}.',
    'dates-differ': '‘on’ is {on}, but ‘occurredAt’ falls on {occurredOn}.',
    'before-last-step': 'The last step was at {last}; this is at {got}.',
    'stale-revision': 'You read revision {got}; it is now revision {expected}.',
    disagrees: 'This differs from what is known: {expected}.',
    'wrong-length': 'This field has 1 to {maximum} characters.',
    'bad-position': 'This is not a position; a position consists of digits.',
    'bad-revision': 'This is not a revision; write a number in quotes.',
    'one-command-only': 'This header goes with one command only; with more commands give ‘ifMatch’ with each.',
    'several-values': 'Give this value once.',
    other: 'This value does not fit this field.',
  },
  types: {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    object: 'an object',
    array: 'a list',
    record: 'an object',
    date: 'a date',
  },
};
