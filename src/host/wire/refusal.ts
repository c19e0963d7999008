/** What Excel refuses: its error code and message, to be answered over the wire. */
export class HostRefusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'HostRefusal';
  }
}

export const invalidArgument = (detail = ''): HostRefusal =>
  new HostRefusal(
    'InvalidArgument',
    `The argument is invalid or missing or has an incorrect format.${detail && ` ${detail}`}`,
  );

export const itemNotFound = (): HostRefusal =>
  new HostRefusal('ItemNotFound', "The requested resource doesn't exist.");

export const accessDenied = (): HostRefusal =>
  new HostRefusal('AccessDenied', 'You cannot perform the requested operation.');

export const apiNotFound = (member: string): HostRefusal =>
  new HostRefusal('ApiNotFound', `The host does not implement ${member}.`);
