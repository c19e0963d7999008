import { Badge, type BadgeProps } from '@fluentui/react-components';
import { ArrowTrendingRegular } from '@fluentui/react-icons/svg/arrow-trending';
import { ArrowTrendingDownRegular } from '@fluentui/react-icons/svg/arrow-trending-down';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { QuestionRegular } from '@fluentui/react-icons/svg/question';
import { SubtractRegular } from '@fluentui/react-icons/svg/subtract';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ComponentType } from 'react';
import type { Metric, Standing } from './metrics';

const looks: Record<Standing, [BadgeProps['color'], ComponentType]> = {
  met: ['success', CheckmarkRegular],
  improving: ['brand', ArrowTrendingRegular],
  unchanged: ['informative', SubtractRegular],
  worse: ['danger', ArrowTrendingDownRegular],
  pending: ['informative', ClockRegular],
  notBetter: ['warning', WarningRegular],
  noBaseline: ['warning', QuestionRegular],
  noMeasure: ['warning', QuestionRegular],
};

/** How far a metric has come, in the workbook's word and with a sign of its own. */
export function StandingBadge({ metric }: { metric: Pick<Metric, 'standing' | 'status'> }) {
  const [color, Icon] = looks[metric.standing];
  return (
    <Badge appearance="tint" color={color} icon={<Icon />}>
      {metric.status}
    </Badge>
  );
}
