import { App } from 'aws-cdk-lib';
import { joonbi } from './lib/joonbi';

joonbi(new App());
