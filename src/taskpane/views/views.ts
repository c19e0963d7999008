import { CalendarClockRegular } from '@fluentui/react-icons/svg/calendar-clock';
import { DataTrendingRegular } from '@fluentui/react-icons/svg/data-trending';
import { HandshakeRegular } from '@fluentui/react-icons/svg/handshake';
import { HomeRegular } from '@fluentui/react-icons/svg/home';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark';
import { TargetArrowRegular } from '@fluentui/react-icons/svg/target-arrow';
import { TaskListLtrRegular } from '@fluentui/react-icons/svg/task-list-ltr';
import { createContext, lazy, useContext, type ComponentType } from 'react';
import type { ViewId } from './viewIds';

/** Each view is loaded when it is first opened. */
export const views: Record<ViewId, { icon: ComponentType; view: ComponentType }> = {
  start: { icon: HomeRegular, view: lazy(() => import('./start/Start')) },
  steps: { icon: TaskListLtrRegular, view: lazy(() => import('./steps/Steps')) },
  micro: { icon: CalendarClockRegular, view: lazy(() => import('./micro/Micro')) },
  value: { icon: TargetArrowRegular, view: lazy(() => import('./value/Value')) },
  return: { icon: DataTrendingRegular, view: lazy(() => import('./return/Return')) },
  bet: { icon: HandshakeRegular, view: lazy(() => import('./bet/Bet')) },
  checks: { icon: ShieldCheckmarkRegular, view: lazy(() => import('./checks/Checks')) },
};

/** Where the pane is; a view may have parts. */
interface Route {
  view: ViewId;
  part?: string;
  open(view: ViewId, part?: string): void;
}

export const RouteContext = createContext<Route>({ view: 'start', open: () => undefined });
export const useRoute = () => useContext(RouteContext);
