/** Series (in promtool's notation: first value, step and times, each a minute) with which an alert fires, and does not. */
interface AlertCase {
  readonly alert: string;
  readonly at: string;
  readonly fires: Readonly<Record<string, string>>;
  readonly quiet: Readonly<Record<string, string>>;
  /** Labels and texts that come from the series. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

const steady = (name: string, step: number): Readonly<Record<string, string>> => ({ [name]: `0+${step}x60` });

export const alertCases: readonly AlertCase[] = [
  {
    alert: 'AcrHelpDown',
    at: '6m',
    fires: { 'up{job="acr-help"}': '0x60' },
    quiet: { 'up{job="acr-help"}': '1x60' },
    labels: { job: 'acr-help' },
  },
  {
    alert: 'AcrHelpNotReady',
    at: '6m',
    fires: { 'ready{instance="a"}': '0x60', 'ready{instance="b"}': '0x60' },
    quiet: { 'ready{instance="a"}': '0x60', 'ready{instance="b"}': '1x60' },
  },
  {
    alert: 'AcrHelpAcknowledgementSlow',
    at: '20m',
    fires: {
      ...steady('ack_seconds_bucket{le="0.5"}', 90),
      ...steady('ack_seconds_bucket{le="1"}', 100),
      ...steady('ack_seconds_bucket{le="+Inf"}', 100),
    },
    quiet: {
      ...steady('ack_seconds_bucket{le="0.5"}', 100),
      ...steady('ack_seconds_bucket{le="1"}', 100),
      ...steady('ack_seconds_bucket{le="+Inf"}', 100),
    },
    annotations: { description: 'The 99th percentile is 950ms. Slack sends again after three seconds.' },
  },
  {
    alert: 'AcrHelpDeliveriesFail',
    at: '30m',
    fires: {
      ...steady('webhook_total{platform="slack",outcome="taken"}', 90),
      ...steady('webhook_total{platform="slack",outcome="failed"}', 10),
      ...steady('webhook_total{platform="teams",outcome="taken"}', 90),
      ...steady('webhook_total{platform="teams",outcome="failed"}', 1),
    },
    quiet: {
      ...steady('webhook_total{platform="slack",outcome="taken"}', 90),
      ...steady('webhook_total{platform="slack",outcome="refused"}', 90),
      ...steady('webhook_total{platform="slack",outcome="failed"}', 1),
    },
    labels: { platform: 'slack' },
    annotations: {
      summary: 'More than one delivery in twenty fails (slack).',
      description: '10% of the deliveries were answered with an error, or not at all.',
    },
  },
  {
    alert: 'AcrHelpOutboxStuck',
    at: '20m',
    fires: { outbox_oldest_age_seconds: '400x60' },
    quiet: { outbox_oldest_age_seconds: '200x60' },
    annotations: {
      description: 'The oldest job has been due for 6m 40s; an approval is void after an hour.',
    },
  },
  {
    alert: 'AcrHelpGrantFailed',
    at: '20m',
    fires: { 'grants_total{result="failed"}': '0x10 1x50' },
    quiet: { 'grants_total{result="granted"}': '0x10 1x50', 'grants_total{result="failed"}': '1x60' },
  },
  {
    alert: 'AcrHelpSecretUnclaimed',
    at: '20m',
    fires: { secret_unclaimed_total: '0x10 1x50' },
    quiet: { secret_unclaimed_total: '1x60' },
  },
  {
    alert: 'AcrHelpAuditBroken',
    at: '2m',
    fires: { 'audit_chain_ok{instance="a"}': '1x60', 'audit_chain_ok{instance="b"}': '0x60' },
    quiet: { 'audit_chain_ok{instance="a"}': '1x60' },
  },
  {
    alert: 'AcrHelpSignInFails',
    at: '40m',
    fires: {
      ...steady('azure_requests_total{service="entra",status="401"}', 3),
      ...steady('azure_requests_total{service="entra",status="2xx"}', 1),
    },
    quiet: {
      ...steady('azure_requests_total{service="entra",status="401"}', 1),
      ...steady('azure_requests_total{service="entra",status="2xx"}', 3),
      ...steady('azure_requests_total{service="graph",status="401"}', 99),
    },
    annotations: { description: '75% of the requests for a token were not answered with one.' },
  },
  {
    alert: 'AcrHelpAzureUnavailable',
    at: '40m',
    fires: {
      ...steady('azure_requests_total{service="graph",status="429"}', 3),
      ...steady('azure_requests_total{service="graph",status="2xx"}', 1),
    },
    quiet: {
      ...steady('azure_requests_total{service="graph",status="403"}', 3),
      ...steady('azure_requests_total{service="graph",status="2xx"}', 1),
      // Of a registry it is what people ask about.
      ...steady('azure_requests_total{service="registry",status="timeout"}', 99),
    },
    labels: { service: 'graph' },
    annotations: {
      summary: 'Azure does not answer (graph).',
      description:
        '75% of the requests were throttled, or had no answer; checks say that they could not ask.',
    },
  },
  {
    alert: 'AcrHelpBreakerOpen',
    at: '20m',
    fires: {
      'breaker_state{service="graph"}': '2 1 2 2 1 2x55',
      ...steady('azure_requests_total{service="graph",status="timeout"}', 2),
      'breaker_state{service="entra"}': '0x60',
      ...steady('azure_requests_total{service="entra",status="2xx"}', 2),
    },
    quiet: {
      // One that closes again in between, one that nobody has tried since, and one of a registry that people ask about.
      'breaker_state{service="graph"}': '2 2 2 0 2 2 2 0 2 2 2 0 2 2 2 0 2 2 2 0 2x40',
      ...steady('azure_requests_total{service="graph",status="timeout"}', 2),
      'breaker_state{service="entra"}': '2x60',
      'azure_requests_total{service="entra",status="timeout"}': '9x60',
      'breaker_state{service="registry"}': '2x60',
      ...steady('azure_requests_total{service="registry",status="timeout"}', 2),
    },
    labels: { service: 'graph' },
    annotations: { summary: 'The bot has stopped asking a part of Azure (graph).' },
  },
  {
    alert: 'AcrHelpDiagnosisSlow',
    at: '50m',
    fires: {
      ...steady('diagnosis_seconds_bucket{cause="role-missing",le="8"}', 0),
      ...steady('diagnosis_seconds_bucket{cause="role-missing",le="15"}', 10),
      ...steady('diagnosis_seconds_bucket{cause="role-missing",le="+Inf"}', 10),
    },
    quiet: {
      ...steady('diagnosis_seconds_bucket{cause="role-missing",le="8"}', 10),
      ...steady('diagnosis_seconds_bucket{cause="role-missing",le="15"}', 10),
      ...steady('diagnosis_seconds_bucket{cause="role-missing",le="+Inf"}', 10),
    },
    annotations: {
      description: 'The 95th percentile is 14.65s; checks end after 20 seconds.',
    },
  },
  {
    alert: 'AcrHelpClockSkew',
    at: '20m',
    fires: { clock_skew_seconds: '-90x60' },
    quiet: { clock_skew_seconds: '-5x60' },
    annotations: {
      description: "Azure's clock differs by 1m 30s. Signatures and tokens are judged by time.",
    },
  },
];
