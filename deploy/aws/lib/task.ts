import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { Choices } from './choices';

/** A Fargate task of the chosen architecture, and where its containers write their logs. */
export function task(scope: Construct, id: string, chosen: Choices, size: { cpu: number; memory: number }): ecs.FargateTaskDefinition {
  return new ecs.FargateTaskDefinition(scope, id, {
    family: `joonbi-${id.toLowerCase()}`,
    cpu: size.cpu,
    memoryLimitMiB: size.memory,
    runtimePlatform: {
      operatingSystemFamily: ecs.OperatingSystemFamily.LINUX,
      cpuArchitecture: chosen.architecture === 'arm64' ? ecs.CpuArchitecture.ARM64 : ecs.CpuArchitecture.X86_64,
    },
  });
}

/** A log that never makes a request wait. */
export function log(scope: Construct, id: string, chosen: Choices): ecs.LogDriver {
  return ecs.LogDrivers.awsLogs({
    streamPrefix: id.toLowerCase(),
    logGroup: new logs.LogGroup(scope, `${id}Log`, { logGroupName: `/joonbi/${id.toLowerCase()}`, retention: chosen.size.logDays }),
    mode: ecs.AwsLogDriverMode.NON_BLOCKING,
  });
}

/** The image that the operator pushed. */
export function image(repository: ecr.IRepository, chosen: Choices): ecs.ContainerImage {
  return ecs.ContainerImage.fromEcrRepository(repository, chosen.imageTag);
}
