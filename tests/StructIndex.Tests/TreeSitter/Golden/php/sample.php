<?php

declare(strict_types=1);

namespace Acme\Mail;

use Psr\Log\LoggerInterface;
use Acme\Util\{Clock, Json as J};
use function Acme\Util\slug;

/**
 * Sends mail.
 *
 * @author Someone
 */
#[AsService('mailer')]
final class Mailer extends BaseMailer implements MailerInterface, \Countable
{
    use LogsThings;

    private ?Transport $transport;

    /**
     * Makes a mailer.
     *
     * @param Transport|null $transport where mail goes
     * @throws \RuntimeException when there is none
     */
    public function __construct(private LoggerInterface $logger, ?Transport $transport)
    {
        $this->transport = $transport;
        $greeting = new Message('a');
        parent::__construct();
    }

    /** Sends one. */
    #[Override]
    public static function &send(Message $message, int ...$rest): ?bool
    {
        $this->transport->deliver($message)->wait();
        self::check($message);

        return slug($message->subject()) ?? Clock::now();
    }

    protected static function check(Message $message): void
    {
    }

    public string $title {
        get => strtoupper($this->title);
    }
}

interface MailerInterface extends Sender, Closable
{
    public function send(Message $m);
}

trait LogsThings
{
    private function log(string $text): void
    {
        $add = fn ($x) => $x + 1;
        $this?->logger->info(shorten($text));
    }
}

class Transport
{
    public function deliver(Message $message): Delivery
    {
        return new Delivery();
    }
}

class Message
{
    public function subject(): string
    {
        return '';
    }
}

enum Level: int implements HasLabel
{
    case Low = 1;

    public function label(): string
    {
        return 'low';
    }
}

/** Shortens. */
function shorten(string $text): string
{
    return substr($text, 0, 10);
}

$anonymous = new class extends Mailer {
    public function extra()
    {
    }
};

if (!function_exists('helper')) {
    function helper()
    {
    }
}

class MailerTest extends TestCase
{
    #[Test]
    public function sends(): void
    {
    }

    public function testSends(): void
    {
        $mailer = new Mailer();
        $mailer->send(new Message);
    }
}
