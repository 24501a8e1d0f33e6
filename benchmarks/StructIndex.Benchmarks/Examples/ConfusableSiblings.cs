namespace StructIndex.Benchmarks;

/// <summary>
/// Generated code bases of 40 files that differ in one word, one question for each: middleware by role, hooks, handlers, and records whose only
/// telling word stands in a field with a Hungarian prefix.
/// </summary>
/// <param name="Name">What the files are, for a report.</param>
/// <param name="Language">The language they are written in.</param>
/// <param name="Files">The files; the question at the same place has this one as its answer.</param>
/// <param name="Questions">The questions.</param>
internal sealed record ConfusableSiblings(string Name, string Language, IReadOnlyList<SourceFile> Files, IReadOnlyList<string> Questions)
{
    public static readonly string[] Languages = ["typescript", "csharp", "python", "cpp"];

    /// <summary>Roles, and things of a business: 40 each.</summary>
    private static readonly string[] s_roles =
    [
        "admin", "user", "billing", "guest", "moderator", "editor", "author", "viewer", "owner", "manager", "operator", "auditor", "support", "developer", "tester",
        "partner", "vendor", "customer", "supplier", "reviewer", "publisher", "subscriber", "member", "staff", "service", "system", "device", "internal", "external",
        "public", "tenant", "student", "teacher", "doctor", "patient", "driver", "merchant", "employee", "contractor", "investor",
    ];

    private static readonly string[] s_things =
    [
        "order", "invoice", "payment", "refund", "shipment", "cart", "coupon", "product", "category", "warehouse", "address", "profile", "password", "session", "message",
        "comment", "article", "picture", "video", "playlist", "ticket", "event", "calendar", "meeting", "contact", "company", "contract", "salary", "vacation", "project",
        "task", "branch", "release", "build", "report", "budget", "tax", "currency", "discount", "subscription",
    ];

    /// <summary>Middleware that validates tokens for one role.</summary>
    /// <param name="language">One of <see cref="Languages"/>.</param>
    /// <param name="roleInBody">Whether the code names the role too, or the function's name alone.</param>
    public static ConfusableSiblings Middleware(string language, bool roleInBody) => Make(
        roleInBody ? "middleware, role in name and body" : "middleware, role in the name alone", language, s_roles,
        role => Templates.Middleware(language, role, roleInBody),
        role => $"find the middleware that validates JWT tokens for {role} routes");

    /// <summary>Hooks that load one thing.</summary>
    public static ConfusableSiblings Hooks(string language) => Make(
        "use* hooks", language, s_things, thing => Templates.Hook(language, thing), thing => $"hook that loads the {thing} and refreshes it");

    /// <summary>Handlers of one event.</summary>
    public static ConfusableSiblings Handlers(string language) => Make(
        "*Handler classes", language, s_things, thing => Templates.Handler(language, thing), thing => $"what runs after a {thing} was created?");

    /// <summary>Records with a colourless name that hold one thing in a Hungarian field.</summary>
    public static ConfusableSiblings Hungarian(string language) => Make(
        "Hungarian fields", language, s_things, thing => Templates.Hungarian(language, thing, Array.IndexOf(s_things, thing)), thing => $"which record holds the {thing} name?");

    /// <summary>All of them.</summary>
    public static IEnumerable<ConfusableSiblings> All() => Languages.SelectMany(language => (ConfusableSiblings[])
        [Middleware(language, roleInBody: true), Middleware(language, roleInBody: false), Hooks(language), Handlers(language), Hungarian(language)]);

    private static ConfusableSiblings Make(string name, string language, string[] words, Func<string, (string Path, string Text)> file, Func<string, string> question) =>
        new(name, language, [.. words.Select(file).Select(f => new SourceFile(f.Path, f.Text))], [.. words.Select(question)]);

    /// <summary>The files' text in each language.</summary>
    private static class Templates
    {
        public static (string Path, string Text) Middleware(string language, string role, bool roleInBody)
        {
            string named = Pascal(role);
            string wanted = roleInBody ? $"\"{role}\"" : "expected";
            return language switch
            {
                "typescript" => ($"src/middleware/use{named}JwtValidation.ts", $$"""
                    export function use{{named}}JwtValidation(options: JwtOptions): RequestHandler {
                      return async (request, response, next) => {
                        const token = readBearerToken(request.headers.authorization);
                        const claims = await verifyJwt(token, options.publicKey);
                        if (claims.role !== {{wanted}}) {
                          throw new ForbiddenError("role required");
                        }
                        request.claims = claims;
                        next();
                      };
                    }
                    """),
                "csharp" => ($"src/Middleware/{named}JwtValidationMiddleware.cs", $$"""
                    namespace Web.Middleware;

                    public sealed class {{named}}JwtValidationMiddleware(RequestDelegate next, JwtOptions options)
                    {
                        public async Task InvokeAsync(HttpContext context)
                        {
                            string token = BearerToken.Read(context.Request.Headers.Authorization);
                            Claims claims = await Jwt.VerifyAsync(token, options.PublicKey);
                            if (claims.Role != {{wanted}})
                            {
                                throw new ForbiddenException("role required");
                            }

                            context.Items["claims"] = claims;
                            await next(context);
                        }
                    }
                    """),
                "python" => ($"app/middleware/{role}_jwt_validation.py", $$"""
                    from .tokens import read_bearer_token, verify_jwt


                    def {{role}}_jwt_validation_middleware(get_response, options):
                        def middleware(request):
                            token = read_bearer_token(request.headers["Authorization"])
                            claims = verify_jwt(token, options.public_key)
                            if claims.role != {{wanted}}:
                                raise PermissionDenied("role required")
                            request.claims = claims
                            return get_response(request)

                        return middleware
                    """),
                _ => ($"src/middleware/{role}_jwt_validation.cpp", $$"""
                    #include "jwt.h"

                    Response validate{{named}}Jwt(const Request& request, const Handler& next, const JwtOptions& options) {
                        const std::string token = readBearerToken(request.header("Authorization"));
                        const Claims claims = verifyJwt(token, options.publicKey);
                        if (claims.role != {{wanted}}) {
                            throw ForbiddenError("role required");
                        }
                        return next(request.with(claims));
                    }
                    """),
            };
        }

        public static (string Path, string Text) Hook(string language, string thing)
        {
            string named = Pascal(thing);
            return language switch
            {
                "typescript" => ($"src/hooks/use{named}.ts", $$"""
                    export function use{{named}}(id: string) {
                      const [value, setValue] = useState(null);
                      const [failure, setFailure] = useState(null);
                      useEffect(() => {
                        fetchJson(id).then(setValue).catch(setFailure);
                      }, [id]);
                      return { value, failure, reload: () => fetchJson(id).then(setValue) };
                    }
                    """),
                "csharp" => ($"src/Hooks/Use{named}.cs", $$"""
                    namespace App.Hooks;

                    public static class Use{{named}}Hook
                    {
                        public static async Task<State> Use{{named}}Async(Store store, string id)
                        {
                            State state = store.StateOf(id);
                            state.Value = await store.FetchAsync(id);
                            state.Reload = () => store.FetchAsync(id);
                            return state;
                        }
                    }
                    """),
                "python" => ($"app/hooks/use_{thing}.py", $$"""
                    from .state import fetch, use_state


                    def use_{{thing}}(store, key):
                        state = use_state(key)
                        state.value = fetch(store, key)
                        state.reload = lambda: fetch(store, key)
                        return state
                    """),
                _ => ($"src/hooks/use_{thing}.cpp", $$"""
                    #include "state.h"

                    State use{{named}}(Store& store, const std::string& key) {
                        State state = stateOf(key);
                        state.value = fetch(store, key);
                        state.reload = [&] { return fetch(store, key); };
                        return state;
                    }
                    """),
            };
        }

        public static (string Path, string Text) Handler(string language, string thing)
        {
            string named = Pascal(thing);
            return language switch
            {
                "typescript" => ($"src/handlers/{named}CreatedHandler.ts", $$"""
                    export class {{named}}CreatedHandler implements EventHandler {
                      constructor(private readonly bus: Bus, private readonly log: Log) {}

                      async handle(event: DomainEvent): Promise<void> {
                        this.log.info(event.id);
                        await this.bus.publish(event.payload);
                      }
                    }
                    """),
                "csharp" => ($"src/Handlers/{named}CreatedHandler.cs", $$"""
                    namespace App.Handlers;

                    public sealed class {{named}}CreatedHandler(Bus bus, Log log) : IEventHandler
                    {
                        public async Task HandleAsync(DomainEvent message)
                        {
                            log.Info(message.Id);
                            await bus.PublishAsync(message.Payload);
                        }
                    }
                    """),
                "python" => ($"app/handlers/{thing}_created_handler.py", $$"""
                    class {{named}}CreatedHandler:
                        def __init__(self, bus, log):
                            self.bus = bus
                            self.log = log

                        def handle(self, event):
                            self.log.info(event.id)
                            self.bus.publish(event.payload)
                    """),
                _ => ($"src/handlers/{named}CreatedHandler.cpp", $$"""
                    #include "events.h"

                    class {{named}}CreatedHandler : public EventHandler {
                    public:
                        void handle(const Event& event) override {
                            log_.info(event.id);
                            bus_.publish(event.payload);
                        }

                    private:
                        Bus& bus_;
                        Log& log_;
                    };
                    """),
            };
        }

        public static (string Path, string Text) Hungarian(string language, string thing, int number)
        {
            string named = Pascal(thing);
            return language switch
            {
                "typescript" => ($"src/records/record{number}.ts", $$"""
                    export class Record{{number}} {
                      private m_str{{named}}Name = "";
                      private m_nLength = 0;

                      clear(): void {
                        this.m_str{{named}}Name = "";
                        this.m_nLength = 0;
                      }
                    }
                    """),
                "csharp" => ($"src/Records/Record{number}.cs", $$"""
                    namespace App.Records;

                    public class Record{{number}}
                    {
                        private string m_sz{{named}}Name = "";
                        private int m_nLength;

                        public void Clear()
                        {
                            m_sz{{named}}Name = "";
                            m_nLength = 0;
                        }
                    }
                    """),
                "python" => ($"app/records/record_{number}.py", $$"""
                    class Record{{number}}:
                        def __init__(self):
                            self.m_str{{named}}Name = ""
                            self.m_nLength = 0

                        def clear(self):
                            self.m_str{{named}}Name = ""
                            self.m_nLength = 0
                    """),
                _ => ($"src/records/record{number}.cpp", $$"""
                    #include <windows.h>

                    class CRecord{{number}} {
                    public:
                        void Clear() {
                            m_lpsz{{named}}Name = nullptr;
                            m_dwLength = 0;
                        }

                    private:
                        LPSTR m_lpsz{{named}}Name;
                        DWORD m_dwLength;
                    };
                    """),
            };
        }

        private static string Pascal(string word) => char.ToUpperInvariant(word[0]) + word[1..];
    }
}
