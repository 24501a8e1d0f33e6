using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Numerics.Tensors;
using Google.Protobuf;
using Grpc.Net.Client;
using Qdrant.Client;
using Qdrant.Client.Grpc;

namespace StructIndex.Tests;

/// <summary>Answers a client in place of a server: it speaks the part of Qdrant's protocol that the recipe needs, and keeps points in memory.</summary>
internal sealed class QdrantStandIn : HttpMessageHandler
{
    private readonly Dictionary<string, Func<byte[], IMessage>> _methods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PointStruct> _points = new(StringComparer.Ordinal);
    private VectorParams? _vectors;

    public QdrantStandIn()
    {
        Serve("Collections/CollectionExists", CollectionExistsRequest.Parser, _ => new CollectionExistsResponse { Result = new CollectionExists { Exists = _vectors is not null } });
        Serve("Collections/Create", CreateCollection.Parser, request => Create(request.VectorsConfig.Params));
        Serve("Points/CreateFieldIndex", CreateFieldIndexCollection.Parser, _ => Done());
        Serve("Points/Scroll", ScrollPoints.Parser, Scroll);
        Serve("Points/Upsert", UpsertPoints.Parser, request => Upsert(request.Points));
        Serve("Points/Delete", DeletePoints.Parser, request => Delete(request.Points.Points.Ids));
        Serve("Points/Query", QueryPoints.Parser, Query);
    }

    /// <summary>The points, by their ids.</summary>
    public IReadOnlyDictionary<string, PointStruct> Points => _points;

    /// <summary>The request to write that fails; 0 for none.</summary>
    public int FailsAt { get; set; }

    /// <summary>A client of this server.</summary>
    public QdrantClient Client() => new(new QdrantGrpcClient(GrpcChannel.ForAddress("http://stand-in", new GrpcChannelOptions { HttpHandler = this })));

    /// <summary>Answers a call of gRPC: a message in a frame of five bytes more, each way.</summary>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        HttpResponseMessage response = new(HttpStatusCode.OK) { Version = HttpVersion.Version20, RequestMessage = request };
        byte[] frame = [];
        try
        {
            byte[] message = _methods[request.RequestUri!.AbsolutePath](body[5..]).ToByteArray();
            frame = new byte[message.Length + 5];
            BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
            message.CopyTo(frame, 5);
            response.TrailingHeaders.Add("grpc-status", "0");
        }
        catch (IOException e)
        {
            response.TrailingHeaders.Add("grpc-status", "14");
            response.TrailingHeaders.Add("grpc-message", e.Message);
        }

        response.Content = new ByteArrayContent(frame);
        response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        return response;
    }

    private CollectionOperationResponse Create(VectorParams vectors)
    {
        _vectors = vectors;
        return new CollectionOperationResponse { Result = true };
    }

    private PointsOperationResponse Upsert(IEnumerable<PointStruct> points)
    {
        if (FailsAt > 0 && --FailsAt == 0)
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
            .Select(point => new ScoredPoint { Id = point.Id, Score = TensorPrimitives.CosineSimilarity(query, Vector(point)), Payload = { point.Payload } })
            .OrderByDescending(point => point.Score)
            .Take((int)request.Limit));
        return response;
    }

    private IEnumerable<PointStruct> Matching(Filter? filter) =>
        _points.Values.Where(point => filter?.Must.All(condition => point.Payload[condition.Field.Key].StringValue == condition.Field.Match.Keyword) ?? true);

    private static float[] Vector(PointStruct point) => [.. point.Vectors.Vector.Dense.Data];

    private static PointsOperationResponse Done() => new() { Result = new UpdateResult { Status = UpdateStatus.Completed } };

    private void Serve<TRequest>(string method, MessageParser<TRequest> parser, Func<TRequest, IMessage> answer)
        where TRequest : IMessage<TRequest> => _methods["/qdrant." + method] = message => answer(parser.ParseFrom(message));
}
