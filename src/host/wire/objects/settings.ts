import { instance, type Instance, type Kind } from '../kind';
import type { Engine } from '../engine';
import { invalidArgument, itemNotFound } from '../refusal';

const find = (key: unknown, engine: Engine): Instance<string> | null =>
  engine.book.settings.has(String(key)) ? instance(setting, String(key)) : null;

function item(key: unknown, engine: Engine): Instance<string> {
  const found = find(key, engine);
  if (!found) throw itemNotFound();
  return found;
}

export const settingCollection: Kind<null> = {
  name: 'SettingCollection',
  items: (_, engine) => [...engine.book.settings.keys()].map((key) => instance(setting, key)),
  item: (_, key, engine) => item(key, engine),
  call: {
    Add: (_, [key, value], engine) => {
      if (typeof key !== 'string' || key === '') throw invalidArgument();
      engine.book.settings.set(key, value);
      return instance(setting, key);
    },
    GetItem: (_, [key], engine) => item(key, engine),
    GetItemOrNullObject: (_, [key], engine) => find(key, engine),
    GetCount: (_, _args, engine) => engine.book.settings.size,
  },
};

const setting: Kind<string> = {
  name: 'Setting',
  key: (key) => ({ Key: key, _Id: key }),
  get: { Key: (key) => key, Value: (key, engine) => engine.book.settings.get(key) },
  set: { Value: (key, value, engine) => void engine.book.settings.set(key, value) },
  call: { Delete: (key, _args, engine) => void engine.book.settings.delete(key) },
};
