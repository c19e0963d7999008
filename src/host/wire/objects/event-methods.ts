import type { Kind } from '../kind';

/** `_Register…Event` and `_Unregister…Event` for the events an object has. */
export function eventMethods<S>(
  target: (state: S) => string,
  events: Record<string, number>,
): NonNullable<Kind<S>['call']> {
  const methods: NonNullable<Kind<S>['call']> = {};
  for (const [name, type] of Object.entries(events)) {
    methods[`_Register${name}Event`] = (state, _args, engine) =>
      engine.events.register(type, target(state));
    methods[`_Unregister${name}Event`] = (state, _args, engine) =>
      engine.events.unregister(type, target(state));
  }
  return methods;
}
