import { CfnOutput, Duration, RemovalPolicy, Stack, StackProps } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { LoadBalancerTarget } from 'aws-cdk-lib/aws-route53-targets';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { Alarms } from './alarms';
import { Choices } from './choices';
import { collector } from './collector';
import { Data } from './data';
import { Network } from './network';
import { Registry } from './registry';
import { plain, secret } from './settings';
import { image, log, task } from './task';

/** The API: at least two tasks behind a load balancer that only CloudFront reaches. */
export class Api extends Stack {
  /** The name under which CloudFront finds the load balancer. */
  readonly origin: string;

  constructor(scope: Construct, id: string, chosen: Choices, network: Network, data: Data, registry: Registry, zone: route53.IHostedZone, props: StackProps) {
    super(scope, id, props);
    this.origin = `origin.${chosen.domain}`;
    const balancer = this.balancer(chosen, network);
    const service = this.service(chosen, network, data, registry);
    const targets = this.listen(balancer, service, network, data, zone, chosen);
    this.scale(service, targets, chosen);
    new route53.ARecord(this, 'Origin', { zone, recordName: 'origin', target: route53.RecordTarget.fromAlias(new LoadBalancerTarget(balancer)) });
    new Alarms(this, 'Alarms', { chosen, balancer, targets, service, database: data.database });
    new CfnOutput(this, 'ServiceName', { value: service.serviceName });
  }

  private service(chosen: Choices, network: Network, data: Data, registry: Registry): ecs.FargateService {
    const definition = task(this, 'Api', chosen, chosen.size.api);
    definition.addContainer('api', {
      image: image(registry.repository, chosen),
      environment: plain(chosen, data),
      secrets: secret(chosen, data),
      portMappings: [{ containerPort: 4000 }],
      healthCheck: { command: ['CMD', './Joonbi.Api', 'health'], interval: Duration.seconds(30), timeout: Duration.seconds(5), retries: 3, startPeriod: Duration.seconds(60) },
      // SHUTDOWN_DELAY and the thirty seconds that the program then gives to what is under way.
      stopTimeout: Duration.seconds(60),
      readonlyRootFilesystem: true,
      logging: log(this, 'Api', chosen),
    });
    definition.addContainer('collector', collector(this, chosen));
    this.allow(definition, data);
    return new ecs.FargateService(this, 'Service', {
      cluster: network.cluster,
      serviceName: 'api',
      taskDefinition: definition,
      desiredCount: chosen.size.api.min,
      minHealthyPercent: 100,
      maxHealthyPercent: 200,
      circuitBreaker: { rollback: true },
      healthCheckGracePeriod: Duration.seconds(60),
      vpcSubnets: network.taskSubnets,
      securityGroups: [network.tasks],
      assignPublicIp: network.publicTasks,
      propagateTags: ecs.PropagatedTagSource.SERVICE,
    });
  }

  /** The role of the tasks: their files and their figures. So there are no AWS_ keys to be lost. */
  private allow(definition: ecs.FargateTaskDefinition, data: Data): void {
    const figures = new logs.LogGroup(this, 'Figures', { logGroupName: '/joonbi/figures', retention: logs.RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY });
    definition.addToTaskRolePolicy(new iam.PolicyStatement({
      actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
      resources: [data.uploads.arnForObjects('*')],
    }));
    definition.addToTaskRolePolicy(new iam.PolicyStatement({ actions: ['s3:ListBucket', 's3:ListBucketMultipartUploads'], resources: [data.uploads.bucketArn] }));
    figures.grantWrite(definition.taskRole);
    figures.grant(definition.taskRole, 'logs:DescribeLogStreams');
  }

  private balancer(chosen: Choices, network: Network): elb.ApplicationLoadBalancer {
    const balancer = new elb.ApplicationLoadBalancer(this, 'Balancer', {
      vpc: network.vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },
      internetFacing: true,
      securityGroup: network.balancer,
      // Longer than CloudFront keeps a connection (60 s), shorter than Kestrel does (130 s): nobody writes to a closed one.
      idleTimeout: Duration.seconds(120),
      dropInvalidHeaderFields: true,
      // CloudFront has written who calls; appending CloudFront's own address would make all customers of a place one caller.
      xffHeaderProcessingMode: elb.XffHeaderProcessingMode.PRESERVE,
      deletionProtection: true,
    });
    balancer.logAccessLogs(new s3.Bucket(this, 'BalancerLog', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [{ expiration: Duration.days(chosen.size.logDays) }],
    }));
    return balancer;
  }

  /** Whoever does not show CloudFront's key has no business here, even with the right address. */
  private listen(balancer: elb.ApplicationLoadBalancer, service: ecs.FargateService, network: Network, data: Data, zone: route53.IHostedZone, chosen: Choices): elb.ApplicationTargetGroup {
    const listener = balancer.addListener('Https', {
      port: 443,
      open: false,
      sslPolicy: elb.SslPolicy.TLS13_RES,
      certificates: [new acm.Certificate(this, 'Certificate', {
        domainName: this.origin,
        subjectAlternativeNames: [chosen.domain, `www.${chosen.domain}`, `api.${chosen.domain}`],
        validation: acm.CertificateValidation.fromDns(zone),
      })],
      defaultAction: elb.ListenerAction.fixedResponse(403, { contentType: 'text/plain', messageBody: 'Forbidden' }),
    });
    const targets = new elb.ApplicationTargetGroup(this, 'Tasks', {
      vpc: network.vpc,
      port: 4000,
      protocol: elb.ApplicationProtocol.HTTP,
      targetType: elb.TargetType.IP,
      targets: [service.loadBalancerTarget({ containerName: 'api', containerPort: 4000 })],
      healthCheck: { path: '/api/health/ready', interval: Duration.seconds(10), timeout: Duration.seconds(5), healthyThresholdCount: 2, unhealthyThresholdCount: 2 },
      deregistrationDelay: Duration.seconds(45),
      loadBalancingAlgorithmType: elb.TargetGroupLoadBalancingAlgorithmType.LEAST_OUTSTANDING_REQUESTS,
    });
    listener.addAction('FromCloudFront', {
      priority: 10,
      conditions: [elb.ListenerCondition.httpHeader('x-joonbi-origin', [data.originKey.secretValue.unsafeUnwrap()])],
      action: elb.ListenerAction.forward([targets]),
    });
    return targets;
  }

  private scale(service: ecs.FargateService, targets: elb.ApplicationTargetGroup, chosen: Choices): void {
    const scaling = service.autoScaleTaskCount({ minCapacity: chosen.size.api.min, maxCapacity: chosen.size.api.max });
    scaling.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60, scaleOutCooldown: Duration.seconds(60), scaleInCooldown: Duration.minutes(5) });
    scaling.scaleOnRequestCount('Requests', { requestsPerTarget: 3000, targetGroup: targets, scaleOutCooldown: Duration.seconds(60), scaleInCooldown: Duration.minutes(5) });
  }
}
