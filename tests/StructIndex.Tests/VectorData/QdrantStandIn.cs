using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Qdrant.Client.Grpc;

namespace StructIndex.Tests;

/// <summary>Speaks the part of Qdrant's protocol that the recipe needs, and keeps points in memory.</summary>
internal sealed class QdrantStandIn : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Dictionary<string, PointStruct> _points = new(StringComparer.Ordinal);
    private VectorParams? _vectors;

    private QdrantStandIn()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        _application = builder.Build();
        Serve("Collections/CollectionExists", CollectionExistsRequest.Parser, _ => new CollectionExistsResponse { Result = new CollectionExists { Exists = _vectors is not null } });
        Serve("Collections/Create", CreateCollection.Parser, request => Create(request.VectorsConfig.Params));
        Serve("Points/CreateFieldIndex", CreateFieldIndexCollection.Parser, _ => Done());
        Serve("Points/Scroll", ScrollPoints.Parser, Scroll);
        Serve("Points/Upsert", UpsertPoints.Parser, request => Upsert(request.Points));
        Serve("Points/Delete", DeletePoints.Parser, request => Delete(request.Points.Points.Ids));
        Serve("Points/Query", QueryPoints.Parser, Query);
    }

    /// <summary>The address of the server.</summary>
    public Uri Address => new(_application.Urls.First());

    /// <summary>The points, by their ids.</summary>
    public IReadOnlyDictionary<string, PointStruct> Points => _points;

    /// <summary>A request to write after which the server fails; 0 for never.</summary>
    public int FailsAfter { get; set; }

    public static async Task<QdrantStandIn> StartAsync()
    {
        QdrantStandIn server = new();
        await server._application.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private CollectionOperationResponse Create(VectorParams vectors)
    {
        _vectors = vectors;
        return new CollectionOperationResponse { Result = true };
    }

    private PointsOperationResponse Upsert(IEnumerable<PointStruct> points)
    {
        if (FailsAfter > 0 && --FailsAfter == 0)
        {
            throw new IOException("The server was stopped.");
        }

        foreach (PointStruct point in points)
        {
            Assert.Equal(_vectors!.Size, (ulong)Vector(point).Length);
            _points[point.Id.Uuid] = point;
        }

        return Done();
    }

    private PointsOperationResponse Delete(IEnumerable<PointId> ids)
    {
        foreach (PointId id in ids)
        {
            _points.Remove(id.Uuid);
        }

        return Done();
    }

    // Two to a page, so that a reader has to go on.
    private ScrollResponse Scroll(ScrollPoints request)
    {
        PointStruct[] rest = [.. Matching(request.Filter).OrderBy(point => point.Id.Uuid, StringComparer.Ordinal).SkipWhile(point => request.Offset is not null && string.CompareOrdinal(point.Id.Uuid, request.Offset.Uuid) < 0)];
        ScrollResponse page = new() { NextPageOffset = rest.Length > 2 ? rest[2].Id : null };
        page.Result.AddRange(rest.Take(2).Select(point => new RetrievedPoint { Id = point.Id, Payload = { point.Payload } }));
        return page;
    }

    private QueryResponse Query(QueryPoints request)
    {
        float[] query = [.. request.Query.Nearest.Dense.Data];
        QueryResponse response = new();
        response.Result.AddRange(Matching(request.Filter)
            .Select(point => new ScoredPoint { Id = point.Id, Score = System.Numerics.Tensors.TensorPrimitives.CosineSimilarity(query, Vector(point)), Payload = { point.Payload } })
            .OrderByDescending(point => point.Score)
            .Take((int)request.Limit));
        return response;
    }

    private IEnumerable<PointStruct> Matching(Filter? filter) =>
        _points.Values.Where(point => filter?.Must.All(condition => point.Payload[condition.Field.Key].StringValue == condition.Field.Match.Keyword) ?? true);

    private static float[] Vector(PointStruct point) => [.. point.Vectors.Vector.Dense.Data];

    private static PointsOperationResponse Done() => new() { Result = new UpdateResult { Status = UpdateStatus.Completed } };

    /// <summary>Answers a call of gRPC: a message in a frame of five bytes more, each way.</summary>
    private void Serve<TRequest>(string method, MessageParser<TRequest> parser, Func<TRequest, IMessage> answer)
        where TRequest : IMessage<TRequest> => _application.MapPost("/qdrant." + method, async context =>
    {
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body);
        context.Response.ContentType = "application/grpc";
        try
        {
            byte[] message = answer(parser.ParseFrom(body.ToArray().AsSpan(5))).ToByteArray();
            byte[] frame = new byte[message.Length + 5];
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
            message.CopyTo(frame, 5);
            await context.Response.Body.WriteAsync(frame);
            context.Response.AppendTrailer("grpc-status", "0");
        }
        catch (IOException e)
        {
            context.Response.AppendTrailer("grpc-status", "14");
            context.Response.AppendTrailer("grpc-message", e.Message);
        }
    });
}
