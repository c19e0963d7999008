/** The messages the Office.js client exchanges with Excel, as far as the host reads them. */

export enum ActionType {
  Instantiate = 1,
  Query = 2,
  /** @public part of the protocol: whatever is no other type */
  Method = 3,
  SetProperty = 4,
  Trace = 5,
}

export enum PathType {
  Global = 1,
  /** @public part of the protocol: whatever is no other type */
  Method = 3,
  Property = 4,
  Indexer = 5,
  Reference = 6,
  Null = 7,
}

export interface ArgumentInfo {
  Arguments?: unknown[];
  ReferencedObjectPathIds?: (number | number[])[];
}

export interface Action {
  Id: number;
  ActionType: ActionType;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: { Select?: string[]; Expand?: string[]; Top?: number; Skip?: number };
}

export interface ObjectPath {
  Id: number;
  ObjectPathType: PathType;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}

export interface RequestBody {
  Actions: Action[];
  ObjectPaths: Record<string, ObjectPath>;
}

export interface ResponseBody {
  Results: { ActionId: number; Value: unknown }[];
  Error?: { Code: string; Message: string; Location: string; ActionIndex: number };
}

export interface Response {
  Body: ResponseBody | null;
  Headers: Record<string, string>;
  HttpStatusCode: number;
  ErrorCode: string;
  ErrorMessage: string;
}
