/** Event numbers of the wire that the host raises. */
export const EventType = {
  sheetChanged: 10,
  sheetActivated: 11,
  sheetDeactivated: 12,
  sheetAdded: 13,
  sheetDeleted: 15,
  sheetSelectionChanged: 14,
  tableChanged: 101,
} as const;

export interface HostEvent {
  type: number;
  /** An object's id, or "Workbook". */
  target: string;
  message: Record<string, unknown>;
}

/** Who asked for which event, and what is waiting to be told. */
export class EventHub {
  private registered = new Map<string, number>();
  private queue: HostEvent[] = [];

  /** Whether anyone asked for an event. */
  get isHeard(): boolean {
    return this.registered.size > 0;
  }

  register(type: number, target: string): void {
    const key = `${type}/${target}`;
    this.registered.set(key, (this.registered.get(key) ?? 0) + 1);
  }

  unregister(type: number, target: string): void {
    const key = `${type}/${target}`;
    const left = (this.registered.get(key) ?? 0) - 1;
    if (left > 0) this.registered.set(key, left);
    else this.registered.delete(key);
  }

  raise(type: number, target: string, message: Record<string, unknown>): void {
    if (this.registered.has(`${type}/${target}`)) this.queue.push({ type, target, message });
  }

  take(): HostEvent[] {
    const events = this.queue;
    this.queue = [];
    return events;
  }
}
