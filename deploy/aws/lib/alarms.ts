import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { Choices } from './choices';
import { dimensions, figures, namespace } from './collector';

interface Watched {
  readonly chosen: Choices;
  readonly balancer: elb.ApplicationLoadBalancer;
  readonly targets: elb.ApplicationTargetGroup;
  readonly service: ecs.FargateService;
  readonly database: rds.DatabaseInstance;
}

/** What wakes somebody: the same troubles as deploy/monitoring/rules, by the same names where both know them. */
export class Alarms extends Construct {
  private readonly topic: sns.Topic;

  constructor(scope: Construct, id: string, watched: Watched) {
    super(scope, id);
    this.topic = this.newTopic(watched.chosen);
    this.service(watched);
    this.database(watched);
    this.program();
  }

  private service({ balancer, targets, service }: Watched): void {
    const minute = { period: Duration.minutes(1) };
    const errors = targets.metrics.httpCodeTarget(elb.HttpCodeTarget.TARGET_5XX_COUNT, { ...minute, statistic: 'Sum' });
    const requests = targets.metrics.requestCount({ ...minute, statistic: 'Sum' });
    this.ring('ErrorRatioHigh', 'API 응답의 2% 넘게 서버 오류(5xx)입니다.', {
      metric: new cloudwatch.MathExpression({ expression: 'IF(requests > 20, 100 * errors / requests, 0)', usingMetrics: { errors, requests }, period: Duration.minutes(1) }),
      threshold: 2, evaluationPeriods: 5,
    });
    this.ring('BalancerErrors', '로드 밸런서가 API에 닿지 못해 스스로 오류를 답합니다.', {
      metric: balancer.metrics.httpCodeElb(elb.HttpCodeElb.ELB_5XX_COUNT, { ...minute, statistic: 'Sum' }), threshold: 10, evaluationPeriods: 3,
    });
    this.ring('ResponseSlow', '응답 100개 중 5개가 2초 넘게 걸립니다.', {
      metric: targets.metrics.targetResponseTime({ ...minute, statistic: 'p95' }), threshold: 2, evaluationPeriods: 10,
    });
    this.ring('UnhealthyTasks', '상태 확인에 실패한 API 태스크가 있습니다.', {
      metric: targets.metrics.unhealthyHostCount({ ...minute, statistic: 'Maximum' }), threshold: 0, evaluationPeriods: 5,
    });
    this.ring('ApiDown', '요청을 받을 수 있는 API 태스크가 하나도 없습니다.', {
      metric: targets.metrics.healthyHostCount({ ...minute, statistic: 'Minimum' }), threshold: 1, evaluationPeriods: 2,
      comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD, treatMissingData: cloudwatch.TreatMissingData.BREACHING,
    });
    this.ring('CpuHigh', 'API의 CPU가 15분 넘게 90%를 넘습니다. 더 늘릴 수 없거나 무언가 돌고 있습니다.', {
      metric: service.metricCpuUtilization(minute), threshold: 90, evaluationPeriods: 15,
    });
    this.ring('MemoryHigh', 'API의 메모리가 90%를 넘습니다.', { metric: service.metricMemoryUtilization(minute), threshold: 90, evaluationPeriods: 15 });
  }

  private database({ database, chosen: { size } }: Watched): void {
    const low = { comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD };
    this.ring('DatabaseStorageLow', '데이터베이스의 빈 공간이 15%보다 적습니다.', {
      metric: database.metricFreeStorageSpace(), threshold: size.database.storage * 0.15 * 2 ** 30, evaluationPeriods: 3, ...low,
    });
    this.ring('DatabaseCpuHigh', '데이터베이스의 CPU가 15분 넘게 80%를 넘습니다.', { metric: database.metricCPUUtilization(), threshold: 80, evaluationPeriods: 3 });
    this.ring('DatabaseConnectionsHigh', '데이터베이스 연결이 한도의 80%를 넘습니다.', {
      metric: database.metricDatabaseConnections({ statistic: 'Maximum' }), threshold: Math.floor(size.database.connections * 0.8), evaluationPeriods: 3,
    });
    this.ring('DatabaseMemoryLow', '데이터베이스의 남은 메모리가 너무 적습니다.', { metric: database.metricFreeableMemory(), threshold: 64 * 2 ** 20, evaluationPeriods: 3, ...low });
  }

  /** What only the program knows. */
  private program(): void {
    const told = (name: (typeof figures)[number], statistic = 'Maximum') => new cloudwatch.Metric({ namespace, metricName: name, dimensionsMap: dimensions, statistic, period: Duration.minutes(1) });
    this.ring('OutboxLate', '보내야 할 메시지가 5분 넘게 밀려 있습니다.', { metric: told('outbox_oldest_seconds'), threshold: 300, evaluationPeriods: 2 });
    this.ring('DeadLetters', '배달을 포기한 메시지가 있습니다.', { metric: told('outbox_failed'), threshold: 0, evaluationPeriods: 1 });
    this.ring('AnalysesNotStarted', 'Clawdbot이 시작하지 않은 분석이 있습니다.', { metric: told('analyses_not_started'), threshold: 0, evaluationPeriods: 2 });
    this.ring('WatchdogStuck', '지난 기한을 5분 넘게 아무도 처리하지 않았습니다.', { metric: told('deadlines_overdue_seconds'), threshold: 300, evaluationPeriods: 2 });
    this.ring('LedgerDisagrees', '장부와 맞지 않는 결제가 있습니다.', { metric: told('ledger_differences'), threshold: 0, evaluationPeriods: 1 });
    this.ring('RefundFailed', '돌려주지 못한 환불이 있습니다.', { metric: told('refunds_failed'), threshold: 0, evaluationPeriods: 1 });
    this.ring('DatabaseAway', 'API가 데이터베이스에 닿지 못합니다.', {
      metric: told('database_up', 'Minimum'), threshold: 1, evaluationPeriods: 2, comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
    });
  }

  private ring(name: string, description: string, props: cloudwatch.AlarmProps): void {
    const action = new SnsAction(this.topic);
    const alarm = new cloudwatch.Alarm(this, name, {
      alarmName: `joonbi-${name}`,
      alarmDescription: description,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      ...props,
    });
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
  }

  private newTopic(chosen: Choices): sns.Topic {
    const topic = new sns.Topic(this, 'Topic', { topicName: 'joonbi-alarms', displayName: '준비스튜디오', enforceSSL: true });
    topic.grantPublish(new iam.ServicePrincipal('cloudwatch.amazonaws.com'));
    if (chosen.alarmEmail) {
      topic.addSubscription(new EmailSubscription(chosen.alarmEmail));
    }
    return topic;
  }
}
