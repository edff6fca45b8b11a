// One process for all: a synthesis takes seconds, and most tests look at the same one.
import './settings';
import './network';
import './data';
import './api';
import './web';
import './alarms';
import './judged';
import './prices';
import './deploy';
