import { Node } from 'constructs';
import { Size, SizeName, sizes } from './sizes';

/** What the operator chose, by `-c name=value` or in cdk.json: read once, refused when it is none of what there is. */
export interface Choices {
  readonly size: Size;
  readonly sizeName: SizeName;
  readonly domain: string;
  /** `arm64` costs a fifth less; `x64` where the image is built on such a machine only. */
  readonly architecture: 'arm64' | 'x64';
  /** The generation of PortOne whose keys are in the vendors' secret. */
  readonly portone: 'none' | 'v1' | 'v2';
  /** The image's tag in ECR: the commit that was built. */
  readonly imageTag: string;
  /** Told of every alarm; it has to confirm a mail first. */
  readonly alarmEmail?: string;
  /** While this address is given, the names lead to the home server instead: before the cut-over, and on the way back. */
  readonly home?: string;
  /** The network of CloudFront's origin-facing addresses in the region (a list that AWS keeps). */
  readonly cloudFrontPrefixList: string;
}

/** Where everything stands but what CloudFront wants in us-east-1. */
export const region = 'ap-northeast-2';

/** Two zones of Seoul that have every instance class used here. */
export const zones = ['ap-northeast-2a', 'ap-northeast-2c'];

export function choices(node: Node): Choices {
  const sizeName = oneOf(node, 'size', Object.keys(sizes) as SizeName[]);
  return {
    sizeName,
    size: sizes[sizeName],
    domain: text(node, 'domain', /^([a-z0-9-]+\.)+[a-z]{2,}$/)!,
    architecture: oneOf(node, 'architecture', ['arm64', 'x64']),
    portone: oneOf(node, 'portone', ['none', 'v1', 'v2']),
    imageTag: text(node, 'imageTag', /^[\w.-]{1,128}$/, 'latest')!,
    alarmEmail: text(node, 'alarmEmail', /^\S+@\S+$/, undefined),
    home: text(node, 'home', /^\d{1,3}(\.\d{1,3}){3}$/, undefined),
    cloudFrontPrefixList: text(node, 'cloudFrontPrefixList', /^pl-[0-9a-f]+$/, 'pl-22a6434b')!,
  };
}

function oneOf<T extends string>(node: Node, name: string, words: readonly T[]): T {
  const word = node.tryGetContext(name);
  if (!words.includes(word)) {
    throw new Error(`${name}=${word}: ${words.join(', ')} 중 하나여야 합니다.`);
  }
  return word;
}

function text(node: Node, name: string, shape: RegExp, fallback?: string): string | undefined {
  const value = node.tryGetContext(name) ?? fallback;
  if (value !== undefined && !shape.test(value)) {
    throw new Error(`${name}=${value}: 형식이 올바르지 않습니다.`);
  }
  return value;
}
