import { assertPossible } from './circumstances';
import type { Engine } from './engine';
import { isInstance, type Instance } from './kind';
import { kindOf } from './kinds';
import { workbook } from './objects/workbook';
import {
  ActionType,
  PathType,
  type Action,
  type ArgumentInfo,
  type ObjectPath,
  type RequestBody,
  type ResponseBody,
} from './protocol';
import { camel, query } from './query';
import { assertPromised } from './requirements';
import { HostRefusal, apiNotFound, invalidArgument, itemNotFound } from './refusal';

/**
 * Carries out one request in order. The first refusal ends it; what was done before stays, as in Excel.
 * A reference to a missing optional object is `null`.
 */
export function dispatch(engine: Engine, body: RequestBody): ResponseBody {
  const objects = new Map<number, Instance | null>();
  const response: ResponseBody = { Results: [] };
  let location = '';

  const argumentsOf = (info: ArgumentInfo | undefined): unknown[] => {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((argument, index) => {
      const reference = references[index];
      if (Array.isArray(reference)) return reference.map((id) => resolve(id));
      if (reference) return resolve(reference);
      return withObjects(argument);
    });
  };

  const withObjects = (argument: unknown): unknown => {
    if (typeof argument !== 'object' || argument === null || Array.isArray(argument))
      return argument;
    if ('_ObjectPathId' in argument) return resolve(argument._ObjectPathId as number);
    return Object.fromEntries(
      Object.entries(argument).map(([name, value]) => [name, withObjects(value)]),
    );
  };

  const resolve = (id: number): Instance | null => {
    const known = objects.get(id);
    if (known !== undefined) return known;
    const path = body.ObjectPaths[id];
    if (!path) throw invalidArgument(`Unknown object path ${id}.`);
    const found = follow(path);
    objects.set(id, found);
    return found;
  };

  const follow = (path: ObjectPath): Instance | null => {
    if (path.ObjectPathType === PathType.Global) return workbook;
    if (path.ObjectPathType === PathType.Null) return null;
    if (path.ObjectPathType === PathType.Reference) {
      const held = engine.references.get(path.Name);
      if (!held) throw itemNotFound();
      return held;
    }
    const parent = resolve(path.ParentObjectPathId!);
    if (!parent) return null;
    const { state } = parent;
    const kind = kindOf(parent);
    location = path.Name ? `${kind.name}.${camel(path.Name)}` : `${kind.name}.getItem`;
    assertPromised(location, engine.api);
    if (path.ObjectPathType === PathType.Property) {
      const child = kind.to?.[path.Name];
      if (!child) throw apiNotFound(location);
      return child(state, engine);
    }
    if (path.ObjectPathType === PathType.Indexer) {
      if (!kind.item) throw apiNotFound(location);
      return kind.item(state, argumentsOf(path.ArgumentInfo)[0], engine);
    }
    const method = kind.call?.[path.Name];
    if (!method) throw apiNotFound(location);
    const args = argumentsOf(path.ArgumentInfo);
    location = `${kind.name}.${camel(path.Name)}`;
    assertPossible(engine.circumstances, location, false);
    return method(state, args, engine) as Instance | null;
  };

  const perform = (action: Action): unknown => {
    if (action.ActionType === ActionType.Trace) return undefined;
    const object = resolve(action.ObjectPathId);
    if (action.ActionType === ActionType.Instantiate) return object && identify(object, engine);
    if (!object) {
      if (action.ActionType === ActionType.Query) return null;
      if (action.Name.startsWith('_')) return undefined;
      throw itemNotFound();
    }
    const { state } = object;
    const kind = kindOf(object);
    if (action.ActionType === ActionType.Query) {
      location = kind.name;
      assertPossible(engine.circumstances, `${location}.load`, false);
      return query(object, action.QueryInfo?.Select, engine);
    }
    location = `${kind.name}.${camel(action.Name)}`;
    assertPromised(location, engine.api);
    assertPossible(engine.circumstances, location, action.ActionType === ActionType.SetProperty);
    const args = argumentsOf(action.ArgumentInfo);
    if (action.ActionType === ActionType.SetProperty) {
      const set = kind.set?.[action.Name];
      if (!set) throw apiNotFound(location);
      set(state, args[0], engine);
      return undefined;
    }
    if (action.Name === '_KeepReference') return void engine.keep(object);
    const method = kind.call?.[action.Name];
    if (!method) throw apiNotFound(location);
    const result = method(state, args, engine);
    return isInstance(result) ? identify(result, engine) : result;
  };

  body.Actions.every((action, index) => {
    try {
      response.Results.push({ ActionId: action.Id, Value: perform(action) });
      return true;
    } catch (error) {
      const refusal = asRefusal(error);
      response.Error = {
        Code: refusal.code,
        Message: refusal.message,
        Location: location,
        ActionIndex: index,
      };
      return false;
    }
  });
  return response;
}

function identify(object: Instance, engine: Engine): Record<string, unknown> {
  return { ...kindOf(object).key?.(object.state, engine) };
}

function asRefusal(error: unknown): HostRefusal {
  if (error instanceof HostRefusal) return error;
  throw error;
}
