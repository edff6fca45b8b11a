import { CfnOutput, Duration, Fn, RemovalPolicy, SecretValue, Stack, StackProps } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secrets from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { Choices } from './choices';
import { Network } from './network';
import { vendorSettings } from './vendors';

const keyNames = ['JWT_SECRET', 'JWT_REFRESH_SECRET', 'ENCRYPTION_KEY', 'INTERNAL_API_KEY'] as const;

/** What must never be lost: the database, the files and the secrets. Deleting the stack deletes none of them. */
export class Data extends Stack {
  readonly database: rds.DatabaseInstance;
  readonly uploads: s3.Bucket;
  /** DATABASE_URL and MIGRATION_DATABASE_URL, whole, since that is what the program reads. */
  readonly appUrl: secrets.Secret;
  readonly ownerUrl: secrets.Secret;
  readonly appPassword: secrets.Secret;
  readonly ownerPassword: secrets.Secret;
  readonly keys: Record<(typeof keyNames)[number], secrets.Secret>;
  readonly vendors: secrets.Secret;
  /** Shown by CloudFront to the load balancer. */
  readonly originKey: secrets.Secret;

  constructor(scope: Construct, id: string, chosen: Choices, network: Network, props: StackProps) {
    super(scope, id, props);
    this.database = this.postgres(chosen, network);
    this.uploads = this.bucket(chosen);
    this.appPassword = this.generated('AppPassword', 'joonbi/db/app-password');
    this.ownerPassword = this.generated('OwnerPassword', 'joonbi/db/owner-password');
    this.appUrl = this.url('AppUrl', 'joonbi/DATABASE_URL', 'joonbi_app', this.appPassword, `&connection_limit=${chosen.size.database.perTask}`);
    this.ownerUrl = this.url('OwnerUrl', 'joonbi/MIGRATION_DATABASE_URL', 'joonbi_owner', this.ownerPassword, '');
    this.keys = Object.fromEntries(keyNames.map(name => [name, this.generated(name, `joonbi/${name}`)])) as typeof this.keys;
    this.originKey = this.generated('OriginKey', 'joonbi/origin-key');
    this.vendors = this.kept('Vendors', {
      secretName: 'joonbi/vendors',
      description: 'JSON: Discord, Resend, PortOne. deploy/aws/README.md 3단계에서 채웁니다.',
      // The program refuses an example's value at its start, by name.
      generateSecretString: {
        secretStringTemplate: JSON.stringify(Object.fromEntries(vendorSettings(chosen.portone).map(name => [name, `your_${name.toLowerCase()}`]))),
        generateStringKey: 'unused',
      },
    });
    new CfnOutput(this, 'DatabaseHost', { value: this.database.dbInstanceEndpointAddress });
    new CfnOutput(this, 'UploadsBucket', { value: this.uploads.bucketName });
  }

  private postgres(chosen: Choices, network: Network): rds.DatabaseInstance {
    const { database: size, logDays } = chosen.size;
    const engine = rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_16 });
    // Made here, before RDS would make it without an end.
    const log = new logs.LogGroup(this, 'PostgresLog', { logGroupName: '/aws/rds/instance/joonbi/postgresql', retention: logDays });
    const database = new rds.DatabaseInstance(this, 'Postgres', {
      instanceIdentifier: 'joonbi',
      engine,
      instanceType: new ec2.InstanceType(size.instance),
      vpc: network.vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      securityGroups: [network.database],
      multiAz: size.multiAz,
      databaseName: 'joonbi',
      credentials: rds.Credentials.fromGeneratedSecret('joonbi_admin', { secretName: 'joonbi/db/admin' }),
      parameterGroup: new rds.ParameterGroup(this, 'Parameters', {
        engine,
        description: 'Joonbi: statistics of statements, TLS only, nothing waits for ever',
        parameters: {
          'shared_preload_libraries': 'pg_stat_statements',
          'pg_stat_statements.track': 'top',
          'rds.force_ssl': '1',
          'log_min_duration_statement': '500',
          'log_lock_waits': '1',
          'idle_in_transaction_session_timeout': '60000',
          'timezone': 'UTC',
        },
      }),
      storageType: rds.StorageType.GP3,
      allocatedStorage: size.storage,
      maxAllocatedStorage: size.maxStorage,
      storageEncrypted: true,
      backupRetention: Duration.days(size.backupDays),
      // 04:00 in Seoul, and an hour later on Mondays.
      preferredBackupWindow: '19:00-19:30',
      preferredMaintenanceWindow: 'sun:20:00-sun:20:30',
      copyTagsToSnapshot: true,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.SNAPSHOT,
      autoMinorVersionUpgrade: true,
      caCertificate: rds.CaCertificate.RDS_CA_RSA2048_G1,
      cloudwatchLogsExports: ['postgresql'],
      enablePerformanceInsights: chosen.sizeName !== 'small',
    });
    database.node.addDependency(log);
    return database;
  }

  private bucket(chosen: Choices): s3.Bucket {
    return new s3.Bucket(this, 'Uploads', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      serverAccessLogsBucket: this.logBucket(chosen),
      serverAccessLogsPrefix: 'uploads/',
      // A link of the API leads here from a page of ours.
      cors: [{ allowedMethods: [s3.HttpMethods.GET, s3.HttpMethods.HEAD], allowedOrigins: [`https://${chosen.domain}`], allowedHeaders: ['range'], exposedHeaders: ['content-range', 'content-disposition'], maxAge: 3600 }],
      lifecycleRules: [
        { id: 'half-uploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
        // What was deleted by mistake can be brought back for a month; what a customer had erased is gone after it.
        { id: 'old-versions', noncurrentVersionExpiration: Duration.days(30), expiredObjectDeleteMarker: true },
      ],
    });
  }

  private logBucket(chosen: Choices): s3.Bucket {
    return new s3.Bucket(this, 'UploadsLog', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [{ expiration: Duration.days(chosen.size.logDays) }],
    });
  }

  /** 48 letters and digits: they need no escaping in an address. */
  private generated(id: string, secretName: string): secrets.Secret {
    return this.kept(id, { secretName, generateSecretString: { passwordLength: 48, excludePunctuation: true } });
  }

  /** The password is put in by CloudFormation when it makes the secret; the template holds only a reference. */
  private url(id: string, secretName: string, user: string, password: secrets.Secret, further: string): secrets.Secret {
    const address = Fn.join('', [
      `postgresql://${user}:`, password.secretValue.unsafeUnwrap(), '@', this.database.dbInstanceEndpointAddress, `:5432/joonbi?schema=public&sslmode=require${further}`,
    ]);
    return this.kept(id, { secretName, secretStringValue: SecretValue.unsafePlainText(address) });
  }

  private kept(id: string, props: secrets.SecretProps): secrets.Secret {
    return new secrets.Secret(this, id, { ...props, removalPolicy: RemovalPolicy.RETAIN });
  }
}
