import { Stack, StackProps } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { Choices, zones } from './choices';

/**
 * Two zones, three rings: the load balancer in public, the tasks in private (or, without NAT, in public with a closed door), the
 * database where no way leads to the internet. Who may speak to whom is said by security groups alone.
 */
export class Network extends Stack {
  readonly vpc: ec2.Vpc;
  readonly cluster: ecs.Cluster;
  readonly balancer: ec2.SecurityGroup;
  readonly tasks: ec2.SecurityGroup;
  readonly database: ec2.SecurityGroup;
  /** Where tasks stand. */
  readonly taskSubnets: ec2.SubnetSelection;
  /** Without NAT a task reaches Discord, Resend and PortOne by an address of its own. */
  readonly publicTasks: boolean;

  constructor(scope: Construct, id: string, chosen: Choices, props: StackProps) {
    super(scope, id, props);
    this.publicTasks = chosen.size.natGateways === 0;
    this.vpc = new ec2.Vpc(this, 'Vpc', {
      ipAddresses: ec2.IpAddresses.cidr('10.20.0.0/16'),
      availabilityZones: zones,
      natGateways: chosen.size.natGateways,
      subnetConfiguration: [
        { name: 'public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24, mapPublicIpOnLaunch: false },
        ...(this.publicTasks ? [] : [{ name: 'tasks', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 24 }]),
        { name: 'database', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 24 },
      ],
      // Files and image layers do not pay for NAT.
      gatewayEndpoints: { S3: { service: ec2.GatewayVpcEndpointAwsService.S3 } },
      flowLogs: {
        refused: {
          trafficType: ec2.FlowLogTrafficType.REJECT,
          destination: ec2.FlowLogDestination.toCloudWatchLogs(new logs.LogGroup(this, 'Refused', { retention: chosen.size.logDays })),
        },
      },
    });
    this.taskSubnets = { subnetType: this.publicTasks ? ec2.SubnetType.PUBLIC : ec2.SubnetType.PRIVATE_WITH_EGRESS };

    this.cluster = new ecs.Cluster(this, 'Cluster', { vpc: this.vpc, clusterName: 'joonbi', containerInsightsV2: ecs.ContainerInsights.ENABLED });
    this.balancer = this.group('Balancer', 'Load balancer: from CloudFront only', false);
    this.tasks = this.group('Tasks', 'API tasks: from the load balancer only', true);
    this.database = this.group('Database', 'PostgreSQL: from the tasks only', false);
    this.balancer.addIngressRule(ec2.Peer.prefixList(chosen.cloudFrontPrefixList), ec2.Port.tcp(443), 'CloudFront');
    this.balancer.addEgressRule(this.tasks, ec2.Port.tcp(4000), 'API');
    this.tasks.addIngressRule(this.balancer, ec2.Port.tcp(4000), 'Load balancer');
    this.database.addIngressRule(this.tasks, ec2.Port.tcp(5432), 'API');
  }

  private group(id: string, description: string, allowAllOutbound: boolean): ec2.SecurityGroup {
    return new ec2.SecurityGroup(this, id, { vpc: this.vpc, description, allowAllOutbound });
  }
}
