const nameOf = (id: string) => `appfi:${id}`;

/** Tells other windows that this one has a workbook open, until it is closed or let go. */
export function hold(id: string): () => void {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  void navigator.locks?.request(nameOf(id), () => held);
  return () => letGo();
}

/** Ids of the workbooks that windows of this browser have open. */
export async function openIds(): Promise<Set<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  const prefix = nameOf('');
  const names = held.map(({ name = '' }) => name).filter((name) => name.startsWith(prefix));
  return new Set(names.map((name) => name.slice(prefix.length)));
}
