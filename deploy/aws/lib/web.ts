import { CfnOutput, Duration, RemovalPolicy, Stack, StackProps } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { Api } from './api';
import { Choices } from './choices';
import { Data } from './data';
import { Edge } from './edge';
import { headersPolicy, hsts, pageHeaders } from './headers';
import { viewerRequest } from './paths';

/** What the world sees: CloudFront before the static pages and the API, and the names that lead there, or still to the home server. */
export class Web extends Stack {
  constructor(scope: Construct, id: string, chosen: Choices, edge: Edge, data: Data, api: Api, props: StackProps) {
    super(scope, id, props);
    const log = this.log(chosen);
    const pages = this.bucket(log);
    const distribution = this.distribution(chosen, edge, data, api, pages, log);
    this.names(chosen, edge, distribution);
    new CfnOutput(this, 'PagesBucket', { value: pages.bucketName });
    new CfnOutput(this, 'DistributionId', { value: distribution.distributionId });
    new CfnOutput(this, 'DistributionName', { value: distribution.distributionDomainName });
  }

  private distribution(chosen: Choices, edge: Edge, data: Data, api: Api, pages: s3.Bucket, log: s3.Bucket): cloudfront.Distribution {
    const program = this.program(data, api);
    return new cloudfront.Distribution(this, 'Distribution', {
      comment: '준비스튜디오',
      domainNames: [chosen.domain, `www.${chosen.domain}`, `api.${chosen.domain}`],
      certificate: edge.certificate,
      minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      // Seoul, Tokyo and the like: the studio's customers are here.
      priceClass: cloudfront.PriceClass.PRICE_CLASS_200,
      webAclId: edge.firewall?.attrArn,
      logBucket: log,
      logFilePrefix: 'cloudfront/',
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(pages),
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: headersPolicy(this, 'PageHeaders', pageHeaders(), true),
        functionAssociations: [{
          eventType: cloudfront.FunctionEventType.VIEWER_REQUEST,
          function: new cloudfront.Function(this, 'Paths', { code: cloudfront.FunctionCode.fromInline(viewerRequest(chosen.domain)), runtime: cloudfront.FunctionRuntime.JS_2_0 }),
        }],
      },
      additionalBehaviors: { '/api/*': program, '/internal/*': program },
    });
  }

  /** Nothing is cached, nothing gathered: events and files pass as they come, with everything that the caller sent. */
  private program(data: Data, api: Api): cloudfront.BehaviorOptions {
    return {
      origin: new HttpOrigin(api.origin, {
        protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
        // The most without asking AWS for more. A stream of events says something every 15 s.
        readTimeout: Duration.seconds(60),
        keepaliveTimeout: Duration.seconds(60),
        customHeaders: { 'x-joonbi-origin': data.originKey.secretValue.unsafeUnwrap() },
      }),
      allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
      cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
      originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER,
      compress: false,
      // The API says the rest itself.
      responseHeadersPolicy: headersPolicy(this, 'ProgramHeaders', hsts(), false),
    };
  }

  private names(chosen: Choices, edge: Edge, distribution: cloudfront.Distribution): void {
    for (const name of ['', 'www', 'api']) {
      new route53.ARecord(this, `Name-${name || 'apex'}`, {
        zone: edge.zone,
        recordName: name || undefined,
        target: chosen.home ? route53.RecordTarget.fromIpAddresses(chosen.home) : route53.RecordTarget.fromAlias(new CloudFrontTarget(distribution)),
        // An alias has CloudFront's own, a minute too: the way there and back takes as long as that.
        ttl: chosen.home ? Duration.minutes(1) : undefined,
      });
    }
  }

  private bucket(log: s3.Bucket): s3.Bucket {
    return new s3.Bucket(this, 'Pages', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      serverAccessLogsBucket: log,
      serverAccessLogsPrefix: 'pages/',
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
    });
  }

  /** CloudFront writes its log by an ACL: the one bucket that must allow them. */
  private log(chosen: Choices): s3.Bucket {
    return new s3.Bucket(this, 'Log', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_PREFERRED,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [{ expiration: Duration.days(chosen.size.logDays) }],
    });
  }
}
