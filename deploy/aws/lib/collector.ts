import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Construct } from 'constructs';
import { Choices, region } from './choices';
import { log } from './task';

/** Where CloudWatch shows what the program tells about itself. */
export const namespace = 'Joonbi';

/** The figures that ring an alarm: each is paid for, so no more than these. */
export const figures = [
  'outbox_oldest_seconds', 'outbox_failed', 'analyses_not_started', 'deadlines_overdue_seconds', 'ledger_differences', 'refunds_failed', 'database_up',
] as const;

/** The one dimension; without it every task would be a figure of its own. */
export const dimensions = { service: 'joonbi-api' };

/** Reads /metrics, which the program shows to its own machine alone (containers of a task share it), and hands a few figures on. */
export function collector(scope: Construct, chosen: Choices): ecs.ContainerDefinitionOptions {
  return {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/aws-observability/aws-otel-collector:v0.43.3'),
    // The API must not die of a collector.
    essential: false,
    cpu: 64,
    memoryReservationMiB: 64,
    memoryLimitMiB: 192,
    environment: { AOT_CONFIG_CONTENT: JSON.stringify(configuration()) },
    readonlyRootFilesystem: true,
    logging: log(scope, 'Collector', chosen),
  };
}

export function configuration() {
  return {
    receivers: {
      prometheus: {
        config: {
          scrape_configs: [{
            job_name: dimensions.service,
            scrape_interval: '60s',
            static_configs: [{ targets: ['127.0.0.1:4000'] }],
            metric_relabel_configs: [
              { source_labels: ['__name__'], regex: figures.join('|'), action: 'keep' },
              { target_label: 'service', replacement: dimensions.service },
            ],
          }],
        },
      },
    },
    exporters: {
      awsemf: {
        namespace,
        region,
        log_group_name: '/joonbi/figures',
        dimension_rollup_option: 'NoDimensionRollup',
        metric_declarations: [{ dimensions: [Object.keys(dimensions)], metric_name_selectors: [`^(${figures.join('|')})$`] }],
      },
    },
    service: { pipelines: { metrics: { receivers: ['prometheus'], exporters: ['awsemf'] } } },
  };
}
